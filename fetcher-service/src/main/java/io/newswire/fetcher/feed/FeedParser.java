package io.newswire.fetcher.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed document. Never throws for what a document contains, and takes time and memory in
 * proportion to its size. Thread-safe.
 */
public final class FeedParser {

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
    String root = reader.root();
    if (root == null) {
      return new ParseResult.NotAFeed(
          "the document is plain text or binary data, it has no element", List.of());
    }
    String name = root.toLowerCase(Locale.ROOT);
    if (reader.isHtml() || name.equals("body") || name.equals("head")) {
      List<URI> links = HtmlPage.feedLinks(text, base);
      String end =
          links.isEmpty() ? "that links to no feed" : "that links to " + links.size() + " feeds";
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
