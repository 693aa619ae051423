package io.newswire.fetcher.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link while its document is being read; a relative one cannot be resolved before the feed's own
 * link is known.
 *
 * @param href the address as given
 * @param base the {@code xml:base} in force, absolute as far as possible; null if there is none
 * @param rel the relation, lower case
 */
record LinkBuilder(
    String href,
    @Nullable String base,
    String rel,
    @Nullable String type,
    @Nullable String hreflang,
    @Nullable String title,
    @Nullable String length) {

  private static final String IANA = "http://www.iana.org/assignments/relation/";

  /** A link with no more than an address. */
  static LinkBuilder plain(String href, @Nullable String base) {
    return new LinkBuilder(href, base, "alternate", null, null, null, null);
  }

  /** The link that the attributes of a link element give; null if they give none. */
  static @Nullable LinkBuilder of(Attributes attributes, @Nullable String base) {
    String href = attributes.first("href", "url", "uri", "rdf:resource");
    if (href == null) {
      return null;
    }
    String rel = attributes.first("rel");
    rel = rel == null ? "alternate" : rel.toLowerCase(Locale.ROOT);
    return new LinkBuilder(
        href,
        base,
        rel.startsWith(IANA) ? rel.substring(IANA.length()) : rel,
        attributes.first("type"),
        attributes.first("hreflang"),
        attributes.first("title"),
        attributes.first("length"));
  }

  /** How well an alternate link serves as the page to read: 0 is best. */
  int rank() {
    if (!Urls.isWeb(href) && Urls.hasScheme(href)) {
      return 3;
    }
    if (type == null || type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      return 0;
    }
    return type.startsWith("text/") ? 1 : 2;
  }

  String resolved(String fallbackBase) {
    return Urls.isWeb(href) && href.indexOf('\n') < 0
        ? href.strip()
        : Urls.resolve(base == null ? fallbackBase : base, href);
  }

  Link build(String fallbackBase) {
    return new Link(resolved(fallbackBase), rel, type, hreflang, title);
  }
}
