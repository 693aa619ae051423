package io.newswire.fetcher.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an element says, whichever format's name it has. */
enum Field {
  /** Nothing that is read. */
  UNKNOWN,

  RSS("core:rss"),
  RDF_ROOT("rdf:rdf"),
  FEED("core:feed"),
  CHANNEL("core:channel"),
  ENTRY("core:item", "core:entry"),
  SOURCE("core:source"),
  IMAGE("core:image"),
  TEXT_INPUT("core:textinput"),
  AUTHOR("core:author", "dc:creator", "dc:author"),
  PODCAST_AUTHOR("itunes:author"),
  MANAGING_EDITOR("core:managingeditor"),
  PUBLISHER("core:webmaster", "dc:publisher", "itunes:owner"),
  CONTRIBUTOR("core:contributor", "dc:contributor"),
  MEDIA_GROUP("media:group"),
  CONTENT_ITEM("content:items", "content:item", "rdf:bag", "rdf:li"),
  MEDIA_CONTENT("media:content"),
  SKIP("core:skiphours", "core:skipdays"),
  DELETED_ENTRY("tombstones:deleted-entry"),
  ENCLOSURE("core:enclosure"),
  THUMBNAIL("media:thumbnail"),
  ITUNES_IMAGE("itunes:image", "itunes:link"),
  IN_REPLY_TO("thr:in-reply-to"),
  HTML("core:html", "xhtml:html"),
  OPML("core:opml"),

  TITLE("core:title"),
  OTHER_TITLE("dc:title", "media:title", "itunes:title"),
  DESCRIPTION("core:description", "core:summary"),
  ABSTRACT("core:abstract"),
  SUBTITLE("core:subtitle", "core:tagline"),
  OTHER_DESCRIPTION("dc:description", "dc:abstract", "media:description", "itunes:summary"),
  ITUNES_SUBTITLE("itunes:subtitle"),
  CONTENT("core:content"),
  CONTENT_ENCODED("content:encoded", "core:fullitem"),
  BODY("xhtml:body", "core:body"),
  CONTENT_VALUE("rdf:value"),
  RIGHTS("core:rights", "core:copyright", "dc:rights", "media:copyright"),
  CREDIT("media:credit"),

  LINK("core:link"),
  ORIGINAL_LINK("feedburner:origlink"),
  GUID("core:guid"),
  ID("core:id"),
  IDENTIFIER("dc:identifier"),
  PUBLISHED("core:pubdate", "core:published", "core:issued", "dc:issued"),
  CREATED("core:created", "dc:created"),
  UPDATED("core:updated", "core:modified", "core:lastbuilddate", "dc:modified"),
  DATE("dc:date", "core:date"),
  LANGUAGE("core:language", "dc:language"),
  CATEGORY("core:category", "dc:subject", "media:category", "itunes:category", "core:keywords"),
  KEYWORDS("itunes:keywords", "media:keywords", "core:tags"),
  COMMENTS("core:comments"),
  COMMENT_COUNT("slash:comments", "thr:total"),
  GENERATOR("core:generator"),
  LOGO("core:logo"),
  ICON("core:icon"),
  TTL("core:ttl"),
  UPDATE_PERIOD("sy:updateperiod"),
  UPDATE_FREQUENCY("sy:updatefrequency"),
  HOUR("core:hour"),
  DAY("core:day"),
  NAME("core:name", "itunes:name"),
  EMAIL("core:email", "itunes:email"),
  URI("core:uri", "core:homepage"),
  URL("core:url");

  private static final Map<String, Field> BY_NAME = byName();

  private final String[] names;

  Field(String... names) {
    this.names = names;
  }

  /** The field that an element of {@code vocabulary} with this lower-case local name is. */
  static Field of(Vocabulary vocabulary, String local) {
    if (vocabulary == Vocabulary.FOREIGN) {
      return UNKNOWN;
    }
    return BY_NAME.getOrDefault(vocabulary.name().toLowerCase(Locale.ROOT) + ":" + local, UNKNOWN);
  }

  /** Whether the field's text may be markup. */
  boolean isMarkup() {
    return compareTo(TITLE) >= 0 && compareTo(RIGHTS) <= 0;
  }

  /** Whether the element is a feed, or an entry of one. */
  boolean isStructure() {
    return switch (this) {
      case ENTRY, CHANNEL, RSS, FEED, RDF_ROOT -> true;
      default -> false;
    };
  }

  /** Whether the field is the full text of an entry. */
  boolean isBody() {
    return this == CONTENT || this == CONTENT_ENCODED || this == BODY || this == CONTENT_VALUE;
  }

  /**
   * Whether a text that is open is over when an element of this field begins, in a document that
   * closes nothing.
   */
  boolean endsOpenText() {
    return switch (this) {
      case ENTRY,
          CHANNEL,
          GUID,
          PUBLISHED,
          CONTENT_ENCODED,
          ENCLOSURE,
          DESCRIPTION,
          LINK,
          COMMENTS ->
          true;
      default -> false;
    };
  }

  private static Map<String, Field> byName() {
    Map<String, Field> table = new HashMap<>();
    for (Field field : values()) {
      for (String name : field.names) {
        table.put(name, field);
      }
    }
    return Map.copyOf(table);
  }
}
