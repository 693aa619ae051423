package io.newswire.fetcher.feed;

import static io.newswire.fetcher.feed.Feeds.notAFeed;
import static io.newswire.fetcher.feed.Feeds.parsed;
import static io.newswire.fetcher.feed.Feeds.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenFeedsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss version='2.0'><channel><item><title>A</title></item><item><title>B</title></item></channel>",
        "<rss version='2.0'><channel><item><title>A<item><title>B</title></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>A</title><item><title>B</title></item></channel></rss>",
        "<rss version='2.0'><channel><item><title>A</item><item><title>B</titel></item></channel></rss>",
        "<b>Warning</b>: cannot connect <?xml"
            + " version='1.0'?><rss><channel><item><title>A</title></item><item><title>B</title></item></channel></rss>",
        "<rss><channel><item><title>A</title></item></channel></rss><rss><channel><item><title>B</title></item></channel></rss>",
        "<channel><item><title>A</title><br><p>x</item><item><title>B</title></item></channel>",
        "<rss><channel><item><title>A</title><dc:creator>x</item><item x=1"
            + " y><title>B</title></item></channel></rss>",
        "<rss><channel><item><title><![CDATA[A]]></title></item><item><title><![CDATA[B</title></item></channel></rss>",
        "<item><title>A</title></item><item><title>B</title></item>",
      })
  void whatCanBeReadIsReadAndMarkedMalformed(String document) {
    ParseResult.Parsed result = parsed(document);
    assertThat(result.feed().entries()).extracting(e -> value(e.title())).containsExactly("A", "B");
    assertThat(result.malformed()).as(result.problems().toString()).isTrue();
    assertThat(result.problems()).isNotEmpty();
  }

  @Test
  void anEntryInsideAnotherIsOddButWellFormed() {
    ParseResult.Parsed result =
        parsed(
            "<rss><channel><item><title>A</title><item><title>B</title></item></item></channel></rss>");
    assertThat(result.feed().entries()).extracting(e -> value(e.title())).containsExactly("A", "B");
    assertThat(result.malformed()).isFalse();
    assertThat(result.problems()).containsExactly("an entry inside another");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fish & chips &amp; peas     | Fish & chips & peas
          caf&eacute; &#8217; &#x92;  | café ’ ’
          a &lt b &amp=1 &copy=2 &unknown; | a < b &amp=1 &copy=2 &unknown;
          1 < 2                       | 1 < 2
          """)
  void ampersandsAndReferencesMeanWhatWasMeant(String given, String meant) {
    assertThat(value(Feeds.item("<title>" + given + "</title>").title())).isEqualTo(meant);
  }

  @Test
  void charactersThatXmlForbidsAreLeftOut() {
    ParseResult.Parsed result =
        parsed("<rss><channel><title>a\u0008b\uFFFFc</title></channel></rss>");
    assertThat(value(result.feed().title())).isEqualTo("abc");
    assertThat(result.malformed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251, windows-1251, ''",
    "windows-1251, utf-8, text/xml; charset=windows-1251",
    "utf-8, windows-1251, ''",
    "utf-8, iso-8859-1, text/xml; charset=iso-8859-1",
    "utf-8, '', text/xml",
    "koi8-r, '', application/xml; charset=\"KOI8-R\"",
    "UTF-16LE, utf-16, ''",
    "UTF-16BE, '', ''",
    "UTF-32LE, utf-32, ''",
    "x-MacCyrillic, mac_cyrillic, ''",
  })
  void theCharsetIsFoundWhoeverIsWrongAboutIt(String actual, String declared, String contentType) {
    String declaration =
        declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
    String document =
        declaration + "<rss><channel><title>Новости Оренбурга</title></channel></rss>";
    byte[] body = document.getBytes(Charset.forName(actual));
    Map<String, String> headers =
        contentType.isEmpty() ? Map.of() : Map.of("content-type", contentType);
    ParseResult result = Feeds.parse(body, headers);
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    assertThat(value(((ParseResult.Parsed) result).feed().title())).isEqualTo("Новости Оренбурга");
  }

  @Test
  void c1ControlsAreKeptInUtf8AndAreLettersInIso8859() {
    assertThat(value(Feeds.item("<title>a\u0080\u0085b\u007F</title>").title()))
        .isEqualTo("a\u0080\u0085b\u007F");
    String document =
        "<?xml version='1.0'"
            + " encoding='iso-8859-2'?><rss><channel><title>\u0141\u0096</title></channel></rss>";
    ParseResult result = Feeds.parse(document.getBytes(Charset.forName("ISO-8859-2")), Map.of());
    assertThat(value(((ParseResult.Parsed) result).feed().title())).isEqualTo("\u0141–");
  }

  @Test
  void ebcdicIsReadAsItsDeclarationSays() {
    String document =
        "<?xml version='1.0' encoding='cp1140'?><rss><channel><title>5 €"
            + " [a]</title></channel></rss>";
    ParseResult result = Feeds.parse(document.getBytes(Charset.forName("IBM01140")), Map.of());
    assertThat(value(((ParseResult.Parsed) result).feed().title())).isEqualTo("5 € [a]");
  }

  @Test
  void singleWrongBytesInUtf8AreReadAsWindows1252() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("<rss><channel><title>naïve — sm".getBytes(StandardCharsets.UTF_8));
    body.write(0xF8);
    body.writeBytes("rrebrød</title></channel></rss>".getBytes(StandardCharsets.UTF_8));
    ParseResult.Parsed result = (ParseResult.Parsed) Feeds.parse(body.toByteArray(), Map.of());
    assertThat(value(result.feed().title())).isEqualTo("naïve — smørrebrød");
    assertThat(result.malformed()).isTrue();
  }

  @Test
  void doublyEncodedTextIsDecodedTwice() {
    String twice =
        new String(
            "Pedigree® – new".getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    assertThat(value(Feeds.item("<title>" + twice + "</title>").title()))
        .isEqualTo("Pedigree® – new");
    assertThat(value(Feeds.item("<title>Â is a letter, ® a sign</title>").title()))
        .isEqualTo("Â is a letter, ® a sign");
  }

  @Test
  void compressedDocumentsAreUnpackedAsFarAsTheyGo() throws IOException {
    byte[] plain =
        ("<rss><channel><title>Packed</title>" + "<item><title>x</title></item>".repeat(2_000))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(plain);
    }
    ByteArrayOutputStream zlib = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(zlib)) {
      out.write(plain);
    }
    byte[] cut = Arrays.copyOf(gzip.toByteArray(), gzip.size() - 20);
    for (byte[] body : List.of(gzip.toByteArray(), zlib.toByteArray(), cut)) {
      ParseResult.Parsed result = (ParseResult.Parsed) Feeds.parse(body, Map.of());
      assertThat(value(result.feed().title())).isEqualTo("Packed");
      assertThat(result.feed().entries()).hasSizeGreaterThan(1_000);
      assertThat(result.malformed()).isTrue();
    }
  }

  @Test
  void markupThatIsNotEscapedIsKeptAsMarkup() {
    Entry entry =
        Feeds.item("<description>One <b>two</b> &amp; <img src='x.png'></img> three</description>");
    assertThat(entry.summary())
        .isEqualTo(new Text("One <b>two</b> &amp; <img src='x.png'> three", TextType.HTML));
  }

  @Test
  void wrongNamespacesAndUndeclaredPrefixesAreUnderstood() {
    Entry entry =
        Feeds.item(
            "<dc:creator>Ann</dc:creator><content:encoded"
                + " xmlns:content='http://wrong.example/'>x</content:encoded>");
    assertThat(entry.authors()).containsExactly(new Author("Ann", null, null));
    assertThat(value(entry.content())).isEqualTo("x");
  }

  @Test
  void anHtmlPageIsNoFeedAndNamesItsFeeds() {
    ParseResult.NotAFeed result =
        notAFeed(
            """
            <!DOCTYPE html><html><head><title>Gazette</title><base href="/en/">
            <link rel="alternate" type="application/rss+xml" href="feed.xml">
            <link rel=ALTERNATE type="application/atom+xml; charset=utf-8" href=//other.example/atom>
            <link rel="stylesheet" href="style.css"></head><body><p>News</body></html>
            """);
    assertThat(result.reason()).contains("HTML page");
    assertThat(result.feedLinks())
        .containsExactly(
            URI.create("https://gazette.example/en/feed.xml"),
            URI.create("https://other.example/atom"));
  }

  @Test
  void aPageMayBeginWithItsLinks() {
    ParseResult.NotAFeed result =
        notAFeed(
            """
            <link rel="alternate" type="application/rss+xml" href="/feed.xml"><title>Gazette</title>
            <p>News
            """);
    assertThat(result.reason()).contains("HTML page");
    assertThat(result.feedLinks()).containsExactly(URI.create("https://gazette.example/feed.xml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | empty
          just words                           | no element
          <opml><body/></opml>                 | OPML
          <note><to>Tove</to></note>           | <note>
          {"a":1}                              | JSON
          <urlset><url/></urlset>              | sitemap
          """)
  void whatIsNoFeedIsSaidToBeNoneAndWhy(String document, String reason) {
    ParseResult.NotAFeed result = notAFeed(document);
    assertThat(result.reason()).contains(reason);
    assertThat(result.feedLinks()).isEqualTo(List.of());
  }

  @Test
  void binaryDataIsCalledSo() {
    byte[] picture = new byte[2_000];
    new Random(1).nextBytes(picture);
    picture[0] = (byte) 0x89;
    ParseResult.NotAFeed result = (ParseResult.NotAFeed) Feeds.parse(picture, Map.of());
    assertThat(result.reason()).isEqualTo("the document is binary data");
  }

  @Test
  void limitsCutAndAreReported() {
    FeedParser parser = new FeedParser(new FeedLimits(8, 2, 10, 3));
    String items =
        "<item><title>0123456789ABC</title><category>a</category><category>b</category><category>c</category><category>d</category></item>"
            .repeat(5);
    String document = "<rss><channel>" + items + "</channel></rss>";
    ParseResult.Parsed result =
        (ParseResult.Parsed)
            parser.parse(
                new FeedDocument(
                    document.getBytes(StandardCharsets.UTF_8), Feeds.ADDRESS, Map.of()));
    assertThat(result.feed().entries()).hasSize(2);
    assertThat(result.feed().entries().getFirst().categories()).containsExactly("a", "b", "c");
    assertThat(result.problems()).anyMatch(p -> p.contains("more than 2 entries"));
  }
}
