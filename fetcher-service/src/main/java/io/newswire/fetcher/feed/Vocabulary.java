package io.newswire.fetcher.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The vocabularies that feeds are written in, whatever prefix or spelling of the namespace they
 * use.
 */
enum Vocabulary {
  /**
   * RSS of every version, Atom, CDF, and elements in no namespace or in an unknown default
   * namespace.
   */
  CORE("", "atom", "rss", "rss2", "rss1", "atom10", "atom03", "a10"),
  /** Resource Description Framework. */
  RDF("rdf"),
  /** Dublin Core elements and terms. */
  DC("dc", "dcterms", "dct"),
  /** RSS content module. */
  CONTENT("content"),
  /** Media RSS. */
  MEDIA("media", "mrss"),
  /** Podcast elements of Apple and Google. */
  ITUNES("itunes", "googleplay"),
  /** Comment counts of the Slash module. */
  SLASH("slash"),
  /** RSS syndication module. */
  SY("sy", "syn"),
  /** Atom threading (RFC 4685). */
  THR("thr"),
  /** FeedBurner, and Pheedo, which names things alike. */
  FEEDBURNER("feedburner", "pheedo"),
  /** HTML inside feeds. */
  XHTML("xhtml", "html", "h", "xht"),
  /** SVG and MathML inside feeds. */
  FOREIGN_MARKUP("svg", "math", "mml", "m"),
  /** Atom tombstones (RFC 6721). */
  TOMBSTONES("at"),
  /** Atom feed paging and archiving (RFC 5005). */
  HISTORY("fh"),
  /** The XML namespace. */
  XML("xml"),
  /** Anything else. */
  FOREIGN();

  private static final Map<String, Vocabulary> BY_PREFIX = byPrefix();
  private static final Map<String, Vocabulary> BY_URI =
      Map.ofEntries(
          Map.entry("www.w3.org/2005/atom", CORE),
          Map.entry("purl.org/atom/ns", CORE),
          Map.entry("purl.org/pie", CORE),
          Map.entry("purl.org/echo", CORE),
          Map.entry("example.com/necho", CORE),
          Map.entry("example.com/newformat", CORE),
          Map.entry("uri/of/echo/namespace", CORE),
          Map.entry("purl.org/rss/1.0", CORE),
          Map.entry("purl.org/rss/2.0", CORE),
          Map.entry("purl.org/net/rss1.1", CORE),
          Map.entry("purl.org/rss/1.0/modules/rss091", CORE),
          Map.entry("my.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("channel.netscape.com/rdf/simple/0.9", CORE),
          Map.entry("blogs.law.harvard.edu/tech/rss", CORE),
          Map.entry("cyber.law.harvard.edu/rss", CORE),
          Map.entry("www.rssboard.org/rss-specification", CORE),
          Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", RDF),
          Map.entry("purl.org/dc/elements/1.1", DC),
          Map.entry("purl.org/dc/elements/1.0", DC),
          Map.entry("purl.org/dc/terms", DC),
          Map.entry("purl.org/rss/1.0/modules/content", CONTENT),
          Map.entry("search.yahoo.com/mrss", MEDIA),
          Map.entry("search.yahoo.com/mrss/rss.xml", MEDIA),
          Map.entry("tools.search.yahoo.com/mrss", MEDIA),
          Map.entry("video.search.yahoo.com/mrss", MEDIA),
          Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", ITUNES),
          Map.entry("example.com/dtds/podcast-1.0.dtd", ITUNES),
          Map.entry("www.google.com/schemas/play-podcasts/1.0", ITUNES),
          Map.entry("purl.org/rss/1.0/modules/slash", SLASH),
          Map.entry("purl.org/rss/1.0/modules/syndication", SY),
          Map.entry("purl.org/syndication/thread/1.0", THR),
          Map.entry("rssnamespace.org/feedburner/ext/1.0", FEEDBURNER),
          Map.entry("www.pheedo.com/namespace/pheedo", FEEDBURNER),
          Map.entry("www.w3.org/1999/xhtml", XHTML),
          Map.entry("www.w3.org/tr/xhtml1", XHTML),
          Map.entry("www.w3.org/tr/rec-html40", XHTML),
          Map.entry("www.w3.org/2000/svg", FOREIGN_MARKUP),
          Map.entry("www.w3.org/1998/math/mathml", FOREIGN_MARKUP),
          Map.entry("purl.org/atompub/tombstones/1.0", TOMBSTONES),
          Map.entry("purl.org/syndication/history/1.0", HISTORY),
          Map.entry("www.w3.org/xml/1998/namespace", XML));

  private final String[] prefixes;

  Vocabulary(String... prefixes) {
    this.prefixes = prefixes;
  }

  /**
   * The vocabulary of a namespace, case, scheme and closing slash or hash ignored; null if it is
   * not known.
   */
  static @Nullable Vocabulary ofUri(String uri) {
    String key = uri.strip().toLowerCase(Locale.ROOT);
    int scheme = key.indexOf("://");
    key = scheme < 0 ? key : key.substring(scheme + 3);
    while (key.endsWith("/") || key.endsWith("#")) {
      key = key.substring(0, key.length() - 1);
    }
    if (key.startsWith("backend.userland.com/rss")) {
      return CORE;
    }
    return BY_URI.get(key);
  }

  /** The vocabulary that a lower-case prefix customarily stands for; null if there is none. */
  static @Nullable Vocabulary ofPrefix(String prefix) {
    return BY_PREFIX.get(prefix);
  }

  private static Map<String, Vocabulary> byPrefix() {
    Map<String, Vocabulary> table = new HashMap<>();
    for (Vocabulary vocabulary : values()) {
      for (String prefix : vocabulary.prefixes) {
        table.put(prefix, vocabulary);
      }
    }
    return Map.copyOf(table);
  }
}
