package io.newswire.fetcher.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed document. Never throws for what a document contains, and takes time and memory in
 * proportion to its size. Thread-safe.
 */
public final class FeedParser {

  /** Elements that a page, or what is left of one, begins with. */
  private static final Set<String> PAGE_PARTS =
      Set.of(
          "head", "body", "title", "meta", "link", "base", "div", "p", "span", "br", "b", "strong",
          "center", "font", "table", "script", "style", "h1", "h2", "h3", "pre", "ul", "img", "a");

  private final FeedLimits limits;

  public FeedParser(FeedLimits limits) {
    this.limits = limits;
  }

  /** Says what {@code document} is, and reads it if it is a feed. */
  public ParseResult parse(FeedDocument document) {
    Map<String, String> headers = document.headers();
    Problems problems = new Problems();
    DocumentText decoded = DocumentText.of(document.body(), headers.get("content-type"), problems);
    String text = decoded.text();
    int start = firstCharacter(text);
    if (start == text.length()) {
      return new ParseResult.NotAFeed("the document is empty", List.of());
    }
    String base = baseOf(document.url(), headers.get("content-location"));
    FeedBuilder feed = new FeedBuilder(limits, base);
    String language = headers.get("content-language");
    feed.servedLanguage = language == null || language.isBlank() ? null : firstOf(language);
    char first = text.charAt(start);
    if (first == '{' || first == '[') {
      return new JsonFeedReader(feed, problems).read(text.substring(start));
    }
    TextDecoder decoder = new TextDecoder(text, decoded.controls(), problems);
    XmlFeedReader reader = new XmlFeedReader(text, decoder, limits, problems, feed);
    if (reader.read()) {
      return new ParseResult.Parsed(feed.build(), problems.isMalformed(), problems.asList());
    }
    return notAFeed(text, base, reader);
  }

  private static ParseResult notAFeed(String text, String base, XmlFeedReader reader) {
    if (isBinary(text)) {
      return new ParseResult.NotAFeed("the document is binary data", List.of());
    }
    String root = reader.root();
    if (root == null) {
      return new ParseResult.NotAFeed("the document is plain text, it has no element", List.of());
    }
    String name = root.toLowerCase(Locale.ROOT);
    if (reader.isHtml() || PAGE_PARTS.contains(name)) {
      List<URI> links = HtmlPage.feedLinks(text, base);
      String end =
          switch (links.size()) {
            case 0 -> "that links to no feed";
            case 1 -> "that links to a feed";
            default -> "that links to " + links.size() + " feeds";
          };
      return new ParseResult.NotAFeed("the document is an HTML page " + end, links);
    }
    String reason =
        switch (name) {
          case "opml" -> "the document is an OPML list of subscriptions";
          case "urlset", "sitemapindex" -> "the document is a sitemap";
          case "rdf:rdf" -> "the document is RDF without a channel";
          default ->
              "the root element <"
                  + (root.length() > 60 ? root.substring(0, 60) : root)
                  + "> is that of no feed format";
        };
    return new ParseResult.NotAFeed(reason, List.of());
  }

  /** Whether there are more control characters at the beginning than any text has. */
  private static boolean isBinary(String text) {
    int length = Math.min(text.length(), 1_024);
    int controls = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      controls += c < ' ' && !Character.isWhitespace(c) ? 1 : 0;
    }
    return controls * 50 > length;
  }

  private static String baseOf(@Nullable URI url, @Nullable String contentLocation) {
    String base = url == null ? "" : url.toString();
    return contentLocation == null || contentLocation.isBlank()
        ? base
        : Urls.resolve(base, contentLocation);
  }

  private static String firstOf(String languages) {
    int comma = languages.indexOf(',');
    return (comma < 0 ? languages : languages.substring(0, comma)).strip().replace('_', '-');
  }

  private static int firstCharacter(String text) {
    int at = 0;
    while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
      at++;
    }
    return at;
  }
}
