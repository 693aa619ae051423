package io.newswire.fetcher.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFeedsTest {

  private static final List<String> SEEDS =
      List.of(
          """
          <?xml version="1.0" encoding="UTF-8"?><!-- c --><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Gazette</title><link>https://gazette.example/</link>
          <image><url>/l.png</url></image><item><title>Ä &amp; B</title><link>/1</link><guid isPermaLink="false">1</guid>
          <pubDate>Fri, 02 Oct 2026 09:30:00 GMT</pubDate><dc:creator>Ann</dc:creator><description><![CDATA[<p>x]]></description>
          <media:group><media:content url="a.jpg" width="3"><media:title>t</media:title></media:content></media:group>
          <enclosure url="a.mp3" length="1" type="audio/mpeg"/></item></channel></rss>
          """,
          """
          <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/"><title type="html">&lt;b&gt;</title>
          <link rel="self" href="x"/><author><name>N</name><email>n@x.example</email></author><entry><id>urn:1</id>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/></p></div></content><source><title>s</title>
          </source><updated>2026-10-02T09:30:00+02:00</updated><category term="c"/></entry></feed>
          """,
          """
          {"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":"1","content_html":"<p>x</p>","tags":["a"],
          "attachments":[{"url":"a","size_in_bytes":1}],"date_published":"2026-10-02T09:30:00Z"}]}
          """);

  /** What may end, as far as its end is looked for, everything that was begun before. */
  private static final List<String> LATE = List.of("", "]<", "]>", "]]>", "-->", "?>", "\"", "'");

  /**
   * Looking from every piece to the end takes twice the limit even at ten billion characters a
   * second; once through takes a hundredth of it.
   */
  private static final int LENGTH = 1 << 20;

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Test
  void noEntityOfADocumentIsExpanded() {
    StringBuilder bomb =
        new StringBuilder("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'boom'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a")
          .append(i)
          .append(" '")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    bomb.append(
        "<!ENTITY file SYSTEM"
            + " 'file:///etc/passwd'>]><rss><channel><title>&a29;&file;</title></channel></rss>");
    ParseResult.Parsed result =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Feeds.parsed(bomb.toString()));
    assertThat(Feeds.value(result.feed().title())).isEqualTo("&a29;&file;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>",
        "<a ",
        "<!",
        "<![CDATA[",
        "<!--",
        "<?",
        "<?a>",
        "<?a ",
        "<!x[\"",
        "<!x[>",
        "<!x[<!-->",
        "<!DOCTYPE x [<!y>",
        "<!DOCTYPE x [']'>",
        "<a <![CDATA[",
        "&",
        "&#1",
        "</a>",
        "<a b='",
        "<a b=\"",
        "<item>",
        "<title>",
        "<x:y xmlns:x='z'>",
        "<description><p>",
        "<author>",
        "<media:content>",
        "</",
        "<p xmlns='q'/>",
        "<link/>"
      })
  void repetitionCostsTimeInProportionOnly(String piece) {
    String document = "<rss><channel><item>" + piece.repeat(LENGTH / piece.length());
    for (String late : LATE) {
      assertTimeoutPreemptively(
          LIMIT,
          () -> Feeds.parse((document + late).getBytes(StandardCharsets.UTF_8), Map.of()),
          late);
    }
  }

  @Test
  void mutatedFeedsNeverThrowAndAreReadTheSameWayTwice() {
    SplittableRandom random = new SplittableRandom(20261002);
    String[] pieces = {
      "<",
      ">",
      "&",
      "\"",
      "'",
      "]]>",
      "<![CDATA[",
      "<!--",
      "</item>",
      "<item>",
      "<b>",
      "\u0000",
      "&lt;",
      "/",
      "="
    };
    for (int round = 0; round < 3_000; round++) {
      StringBuilder document = new StringBuilder(SEEDS.get(round % SEEDS.size()));
      int changes = 1 + random.nextInt(8);
      for (int i = 0; i < changes; i++) {
        int at = random.nextInt(document.length());
        switch (random.nextInt(4)) {
          case 0 -> document.deleteCharAt(at);
          case 1 -> document.insert(at, pieces[random.nextInt(pieces.length)]);
          case 2 -> document.setCharAt(at, (char) random.nextInt(0x200));
          default -> document.delete(at, Math.min(document.length() - 1, at + random.nextInt(40)));
        }
      }
      byte[] body = document.toString().getBytes(StandardCharsets.UTF_8);
      assertThatCode(
              () -> assertThat(Feeds.parse(body, Map.of())).isEqualTo(Feeds.parse(body, Map.of())))
          .as(document.toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void basesNestedInMarkupCostTimeInProportionOnly() {
    String html = "<p xml:base='a'>".repeat(60_000) + "<a href='x'>" + "</i>".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> HtmlLinks.absolute(html, "https://gazette.example/"));
  }

  @Test
  void basesThatAddUpStayShort() {
    String piece = "<feed xml:base='" + "a".repeat(3_000) + "/'>";
    Feed feed =
        Feeds.feed(piece.repeat(200) + "<entry><link href='x'/></entry>" + "</feed>".repeat(200));
    assertThat(feed.entries().getFirst().link()).hasSizeLessThan(9_000).endsWith("/x");
  }

  @Test
  void randomBytesNeverThrow() {
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] body = new byte[random.nextInt(400)];
      random.nextBytes(body);
      assertThatCode(() -> Feeds.parse(body, Map.of("content-type", "text/xml; charset=x-no-such")))
          .doesNotThrowAnyException();
    }
  }
}
