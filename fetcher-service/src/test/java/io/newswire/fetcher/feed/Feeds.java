package io.newswire.fetcher.feed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shorthand for reading documents in tests. */
final class Feeds {

  static final URI ADDRESS = URI.create("https://gazette.example/feeds/news.xml");

  /** A small feed of every format, for tests that break them. */
  static final List<String> SHAPES =
      List.of(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T &amp; U</title>
          <link>https://gazette.example/</link><item><title>One</title><guid>g1</guid><dc:creator>Ann</dc:creator>
          <description><![CDATA[<p>x</p>]]></description><enclosure url="/a.mp3" length="1" type="audio/mpeg"/></item>
          <item><title>Two</title><pubDate>Fri, 02 Oct 2026 09:30:00 GMT</pubDate></item></channel></rss>
          """,
          """
          <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">&lt;b&gt;T&lt;/b&gt;</title><id>urn:x</id>
          <entry><id>urn:x:1</id><link href="/one"/><author><name>Ann</name></author><updated>2026-10-02T09:30:00Z</updated>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a <i>b</i></p></div></content></entry></feed>
          """,
          """
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
          <channel rdf:about="https://gazette.example/"><title>R</title></channel>
          <item rdf:about="https://gazette.example/1"><title>One</title><link>https://gazette.example/1</link></item></rdf:RDF>
          """,
          """
          <CHANNEL HREF="https://gazette.example/"><TITLE>C</TITLE><ITEM HREF="/1"><TITLE>One</TITLE></ITEM></CHANNEL>
          """);

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
