package io.newswire.fetcher.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shorthand for reading documents in tests. */
final class Feeds {

  static final URI ADDRESS = URI.create("https://gazette.example/feeds/news.xml");

  private Feeds() {}

  static ParseResult parse(byte[] body, Map<String, String> headers) {
    return new FeedParser(FeedLimits.DEFAULT).parse(new FeedDocument(body, ADDRESS, headers));
  }

  static ParseResult.Parsed parsed(String document) {
    return (ParseResult.Parsed) parse(document.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static ParseResult.NotAFeed notAFeed(String document) {
    return (ParseResult.NotAFeed) parse(document.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Feed feed(String document) {
    return parsed(document).feed();
  }

  /** The only entry of an RSS 2.0 document with this inside its item. */
  static Entry item(String inside) {
    return feed("<rss version='2.0'><channel><link>https://gazette.example/</link><item>"
            + inside
            + "</item></channel></rss>")
        .entries()
        .getFirst();
  }

  /** The only entry of an Atom 1.0 document with this inside its entry. */
  static Entry atomEntry(String inside) {
    return feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + inside + "</entry></feed>")
        .entries()
        .getFirst();
  }

  static String value(@Nullable Text text) {
    return text == null ? "(none)" : text.value();
  }
}
