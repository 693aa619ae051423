package io.newswire.fetcher.feed;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link while its document is being read; a relative one cannot be resolved before the feed's own
 * link is known.
 *
 * @param href the address as given
 * @param base the {@code xml:base} in force, absolute as far as possible; null if there is none
 * @param rel the relation, lower case
 * @param borrowed whether the element has a prefix: in RSS, it is an Atom link beside the feed's
 *     own
 */
record LinkBuilder(
    String href,
    @Nullable String base,
    String rel,
    @Nullable String type,
    @Nullable String hreflang,
    @Nullable String title,
    @Nullable String length,
    boolean borrowed) {

  private static final String IANA = "http://www.iana.org/assignments/relation/";

  /** A link with no more than an address. */
  static LinkBuilder plain(String href, @Nullable String base) {
    return new LinkBuilder(href, base, "alternate", null, null, null, null, false);
  }

  /** A link of some relation to what has it, in a document that has no bases of its own. */
  static LinkBuilder related(
      String href, String rel, @Nullable String type, @Nullable String length) {
    return new LinkBuilder(href, null, rel, type, null, null, length, false);
  }

  /** The link that the attributes of a link element give; null if they give none. */
  static @Nullable LinkBuilder of(Tokenizer tokens, @Nullable String base) {
    Attributes attributes = tokens.attributes();
    String href = attributes.first("href", "rdf:resource");
    if (href == null && tokens.isEmptyElement()) {
      href = attributes.first("url", "uri");
    }
    LinkBuilder link = of(attributes, href, base);
    return link == null || tokens.name().prefix.isEmpty() ? link : link.asBorrowed();
  }

  /** The file that the attributes of an enclosure element give; null if they give none. */
  static @Nullable LinkBuilder enclosure(Attributes attributes, @Nullable String base) {
    return of(attributes, attributes.first("url", "href", "uri", "rdf:resource"), base);
  }

  private LinkBuilder asBorrowed() {
    return new LinkBuilder(href, base, rel, type, hreflang, title, length, true);
  }

  private static @Nullable LinkBuilder of(
      Attributes attributes, @Nullable String href, @Nullable String base) {
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
        attributes.first("length"),
        false);
  }

  /**
   * The link to the page to read: HTML before other types; in Atom the first, in RSS the last of
   * the feed's own (as other parsers have it), and an Atom link only where there is none. Null if
   * there is no link of that kind.
   */
  static @Nullable LinkBuilder page(List<LinkBuilder> links, boolean atom) {
    LinkBuilder best = null;
    for (LinkBuilder link : links) {
      if (link.rel.equals("alternate") && !link.href.isEmpty()) {
        int rank = best == null ? -1 : Integer.compare(link.rank(atom), best.rank(atom));
        if (rank < 0 || rank == 0 && !atom) {
          best = link;
        }
      }
    }
    return best;
  }

  /** How well an alternate link serves as the page to read: 0 is best. */
  private int rank(boolean atom) {
    return (!atom && borrowed ? 4 : 0) + rank();
  }

  private int rank() {
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
