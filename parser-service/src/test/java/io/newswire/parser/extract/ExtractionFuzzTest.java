package io.newswire.parser.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Pages and texts with pieces cut, doubled, moved and overwritten, by a fixed seed: whatever comes,
 * extraction gives a result or refuses, and gives the same twice.
 */
class ExtractionFuzzTest {

  private static final int ROUNDS = 600;

  private static final String[] SPLINTERS = {
    "<",
    ">",
    "</",
    "<div",
    "\"",
    "'",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&#",
    "&#x110000;",
    "\u0000",
    "<table><tr><td>",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",",
    "{\"@graph\":[",
    "<time datetime=\"",
    "2024-13-45T99:99:99",
    "<p class=\"",
    "<a href=\"javascript:",
    "\uD83D",
    "\uFFFF",
    "By ",
    "Published: ",
    "<br><br>",
    "<li>",
    "<svg>",
    "<template>",
    "<plaintext>",
    "٣١ ديسمبر ٢٠٢٣",
    "<meta property=\"article:published_time\" content=\"",
    "http://[::1",
    "%zz",
    "<base href=\"//\">"
  };

  private static final String PAGE =
      """
      <!doctype html><html lang="en"><head><title>Bridge opens again | Wend Courier</title>
      <meta property="og:title" content="Bridge opens again"><link rel="canonical" href="/bridge">
      <meta property="article:published_time" content="2024-03-04T09:15:00+01:00">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle",
      "headline":"Bridge opens again","author":[{"@type":"Person","name":"Ola Brandt"}],
      "datePublished":"2024-03-04T09:15:00+01:00","articleBody":"The bridge over the Wend was opened."}]}</script>
      </head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><article><h1>Bridge opens again</h1>
      <p class="byline">By Ola Brandt and Jo Field</p><time datetime="2024-03-04">March 4, 2024</time>
      <figure><img src="/b.jpg" width="800" height="600"><figcaption>The bridge. Photo: Jo Field</figcaption></figure>
      <p>The bridge over the Wend was opened again on Monday, after a winter of repairs, the town said.</p>
      <h2>A long winter</h2><ul><li>Cost: twice the plan.</li><li>Time: eleven weeks.</li></ul>
      <table><tr><th>Year</th><th>Cars</th></tr><tr><td>2023</td><td>1,200</td></tr></table>
      <blockquote><p>“We waited,” said the mayor, “and it was worth it.”</p></blockquote></article>
      <aside class="related"><h3>Related</h3><a href="/x">Another story</a></aside></body></html>
      """;

  private final ArticleExtractor extractor = new ArticleExtractor();

  @Test
  void aDamagedDocumentNeverFailsOtherwiseThanDeclared() {
    Random random = new Random(20_240_304L);
    Hints hints = new Hints("Bridge opens again", "en", Instant.parse("2026-01-01T00:00:00Z"));
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = damaged(random).getBytes(StandardCharsets.UTF_8);
      if (random.nextInt(4) == 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      String type = random.nextInt(5) == 0 ? "text/plain" : "text/html";
      Page page = new Page(bytes, type, random.nextBoolean() ? "https://news.example/a" : "");
      try {
        Extraction found = extractor.extract(page, hints);
        assertThat(extractor.extract(page, hints)).isEqualTo(found);
        extractor.extractFragment(new String(bytes, StandardCharsets.UTF_8), page.url());
      } catch (ExtractionException declared) {
        refused++;
      }
    }
    assertThat(refused).isLessThan(ROUNDS / 2);
  }

  private static String damaged(Random random) {
    StringBuilder page = new StringBuilder(PAGE);
    for (int cuts = 1 + random.nextInt(12); cuts > 0; cuts--) {
      int at = random.nextInt(page.length());
      int to = Math.min(page.length(), at + random.nextInt(60));
      switch (random.nextInt(4)) {
        case 0 -> page.delete(at, to);
        case 1 -> page.insert(random.nextInt(page.length()), page.substring(at, to));
        case 2 -> page.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
        default -> page.replace(at, to, SPLINTERS[random.nextInt(SPLINTERS.length)]);
      }
      if (page.length() < 10) {
        page.append(PAGE);
      }
    }
    return page.toString();
  }
}
