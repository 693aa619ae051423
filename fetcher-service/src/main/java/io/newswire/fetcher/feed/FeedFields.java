package io.newswire.fetcher.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the elements of the feed itself say. */
final class FeedFields {

  private final FeedBuilder feed;

  FeedFields(FeedBuilder feed) {
    this.feed = feed;
  }

  /** A root or channel element begins. */
  void begin(
      Field field,
      Name name,
      Attributes attributes,
      @Nullable String base,
      @Nullable String language,
      boolean outermost) {
    if (outermost) {
      feed.format = format(field, name, attributes);
      feed.atom = feed.format.startsWith("atom");
    }
    if (base != null && feed.base == null) {
      feed.base = base;
    }
    if (language != null && !language.isEmpty()) {
      feed.declaredLanguage = language;
    }
    if (field == Field.CHANNEL) {
      String about = attributes.first("rdf:about");
      feed.id = feed.id == null ? about : feed.id;
      String href = attributes.first("href");
      if (href != null) {
        feed.add(feed.links, LinkBuilder.plain(href, base));
      }
      String changed = attributes.first("lastmod");
      if (changed != null && feed.updated == null) {
        feed.updated = FeedDates.parse(changed);
      }
    }
  }

  private static String format(Field field, Name name, Attributes attributes) {
    String version = attributes.first("version");
    String namespace = "";
    for (int i = 0; i < attributes.size(); i++) {
      Name attribute = attributes.name(i);
      boolean own =
          name.prefix.isEmpty()
              ? attribute.lower.equals("xmlns")
              : attribute.lower.equals("xmlns:" + name.prefix);
      if (own || field == Field.RDF_ROOT && attribute.lower.equals("xmlns")) {
        namespace = attributes.value(i).strip().toLowerCase(Locale.ROOT);
      }
    }
    String suffix =
        version == null || version.length() > 8 ? "" : "-" + version.toLowerCase(Locale.ROOT);
    return switch (field) {
      case RSS -> "rss" + suffix;
      case RDF_ROOT -> namespace.contains("netscape.com/rdf/simple/0.9") ? "rdf-0.90" : "rdf-1.0";
      case FEED -> {
        boolean old = namespace.contains("purl.org/atom/ns");
        yield version != null && !suffix.isEmpty() && version.startsWith("0.")
            ? "atom" + suffix
            : old ? "atom-0.3" : "atom-1.0";
      }
      case CHANNEL -> {
        boolean cdf =
            attributes.first("href", "base", "lastmod", "self") != null
                || namespace.contains("cdf");
        yield namespace.contains("rss1.1") ? "rss-1.1" : cdf ? "cdf" : "rss";
      }
      default -> name.local.equals("entry") ? "atom-1.0" : "rss";
    };
  }

  /** What the content of an element is: Atom says so, RSS means HTML nearly everywhere. */
  Capture.Kind kindOf(Field field, Attributes attributes) {
    return switch (field) {
      case CONTENT_ENCODED -> Capture.Kind.HTML;
      case BODY -> Capture.Kind.MARKUP;
      case CONTENT_VALUE ->
          attributes.is("rdf:parsetype", "literal") ? Capture.Kind.MARKUP : Capture.Kind.HTML;
      default -> {
        Capture.Kind otherwise = feed.atom ? Capture.Kind.TEXT : Capture.Kind.HTML;
        yield attributes.size() == 0
            ? otherwise
            : Capture.kindOf(attributes.get("type"), attributes.get("mode"), otherwise);
      }
    };
  }

  /**
   * Whether a {@code div} around all of an element's content is no part of it: so Atom 1.0 has it
   * (RFC 4287, 3.1.1.3) and RSS follows; in Atom 0.3, in XML that is not XHTML and in a body it is
   * content.
   */
  boolean unwraps(Field field, Capture.Kind kind, Attributes attributes) {
    if (kind != Capture.Kind.MARKUP) {
      return true;
    }
    String type = attributes.first("type");
    return field != Field.BODY
        && !feed.format.startsWith("atom-0")
        && (type == null || type.toLowerCase(Locale.ROOT).contains("xhtml"));
  }

  /**
   * An element of the feed begins, at which {@code tokens} stands; says whether its text is wanted.
   */
  boolean open(Field field, Tokenizer tokens, @Nullable String base) {
    Attributes attributes = tokens.attributes();
    switch (field) {
      case LINK -> {
        LinkBuilder link = LinkBuilder.of(tokens, base);
        if (link != null) {
          feed.add(feed.links, link);
        }
        return link == null;
      }
      case CATEGORY -> {
        String term = attributes.first("label", "term", "text");
        if (term != null) {
          feed.category(term);
        }
        return term == null;
      }
      case ITUNES_IMAGE -> {
        String href = attributes.first("href", "url");
        if (href != null && feed.podcastImage == null) {
          feed.podcastImage = LinkBuilder.plain(href, base);
        }
        return false;
      }
      case DELETED_ENTRY -> {
        String ref = attributes.first("ref");
        String when = attributes.first("when");
        if (ref != null && feed.deletions.size() < feed.limits.maxEntries()) {
          feed.deletions.add(
              new Deletion(ref, FeedDate.instantOf(when == null ? null : FeedDates.parse(when))));
        }
        return false;
      }
      case LOGO -> {
        // CDF has an attribute where Atom has text.
        String href = attributes.first("href");
        if (href != null && feed.logo == null) {
          feed.logo = LinkBuilder.plain(href, base);
        }
        return href == null;
      }
      case THUMBNAIL -> {
        String url = attributes.first("url");
        if (url != null && feed.podcastImage == null) {
          feed.podcastImage = LinkBuilder.plain(url, base);
        }
        return false;
      }
      default -> {
        return field != Field.ENCLOSURE && field != Field.IN_REPLY_TO;
      }
    }
  }

  /** Takes in the text of an element of the feed. */
  void take(Capture capture, String value, @Nullable String base) {
    Field field = capture.field();
    switch (field) {
      case TITLE -> feed.title = feed.title == null ? textOf(capture, value) : feed.title;
      case OTHER_TITLE ->
          feed.otherTitle = feed.otherTitle == null ? textOf(capture, value) : feed.otherTitle;
      case DESCRIPTION, SUBTITLE, ABSTRACT ->
          feed.description = feed.description == null ? textOf(capture, value) : feed.description;
      case OTHER_DESCRIPTION ->
          feed.otherDescription =
              feed.otherDescription == null ? textOf(capture, value) : feed.otherDescription;
      case ITUNES_SUBTITLE -> feed.shortDescription = textOf(capture, value);
      case RIGHTS -> feed.rights = feed.rights == null ? textOf(capture, value) : feed.rights;
      case LINK -> feed.add(feed.links, LinkBuilder.plain(value, base));
      case ID, GUID -> feed.id = feed.id == null || feed.format.startsWith("rdf") ? value : feed.id;
      case LANGUAGE ->
          feed.language = feed.language == null ? value.replace('_', '-') : feed.language;
      case CATEGORY -> feed.category(value);
      case KEYWORDS -> feed.keywords(value);
      case GENERATOR -> feed.generator = value;
      case LOGO -> feed.logo = LinkBuilder.plain(value, base);
      case ICON -> feed.icon = LinkBuilder.plain(value, base);
      case TTL, UPDATE_PERIOD, UPDATE_FREQUENCY, HOUR, DAY -> hint(field, value);
      default -> date(field, value);
    }
  }

  private void date(Field field, String value) {
    switch (field) {
      case PUBLISHED -> feed.published = firstOf(feed.published, value);
      case UPDATED -> feed.updated = firstOf(feed.updated, value);
      case DATE, CREATED -> feed.date = firstOf(feed.date, value);
      default -> {}
    }
  }

  private void hint(Field field, String value) {
    Integer number = Numbers.integer(value);
    switch (field) {
      case TTL -> feed.ttl = number == null || number == 0 ? feed.ttl : Duration.ofMinutes(number);
      case UPDATE_PERIOD -> feed.updatePeriod = period(value);
      case UPDATE_FREQUENCY -> feed.updateFrequency = number;
      case HOUR -> {
        if (number != null && number <= 24) {
          feed.skipHours.add(number % 24);
        }
      }
      default -> {
        for (DayOfWeek day : DayOfWeek.values()) {
          if (value.length() >= 3 && day.name().regionMatches(true, 0, value, 0, 3)) {
            feed.skipDays.add(day);
          }
        }
      }
    }
  }

  private static @Nullable Duration period(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "hourly" -> Duration.ofHours(1);
      case "daily" -> Duration.ofDays(1);
      case "weekly" -> Duration.ofDays(7);
      case "monthly" -> Duration.ofDays(30);
      case "yearly" -> Duration.ofDays(365);
      default -> null;
    };
  }

  void person(Field field, Author author) {
    switch (field) {
      case PUBLISHER -> feed.add(feed.publishers, author);
      case PODCAST_AUTHOR -> feed.add(feed.podcastAuthors, author);
      case MANAGING_EDITOR -> feed.authors.add(0, author);
      default -> feed.add(feed.authors, author);
    }
  }

  static @Nullable FeedDate firstOf(@Nullable FeedDate known, String value) {
    return known == null ? FeedDates.parse(value) : known;
  }

  /** The text of a captured element, which is HTML where it says so or looks so. */
  Text textOf(Capture capture, String value) {
    return new Text(value, HtmlText.typeOf(capture, value, feed.atom), capture.base());
  }
}
