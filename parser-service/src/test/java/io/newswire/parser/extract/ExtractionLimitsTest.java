package io.newswire.parser.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Documents made to exhaust a parser: each is read in bounded time or refused with a reason. */
class ExtractionLimitsTest {

  /** Generous, as the machine may be busy; alone it takes well below a second. */
  private static final Duration BOUND = Duration.ofSeconds(90);

  private static final String PROSE =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost"
          + " twice what the town had planned.</p>";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private Extraction page(String html) throws ExtractionException {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return extractor.extract(new Page(bytes, "text/html", "https://news.example/a"), Hints.NONE);
  }

  @Test
  void elementsNestedTwentyThousandDeepAreRead() {
    String html = "<div>".repeat(20_000) + PROSE + PROSE + "</div>".repeat(20_000);
    Extraction found = assertTimeoutPreemptively(BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void inlineElementsNestedTwentyThousandDeepAreRead() {
    String html = "<p>" + "<b><i>".repeat(10_000) + "The bridge is open again, the town says.";
    Extraction found = assertTimeoutPreemptively(BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge is open again");
  }

  @Test
  void aMegabyteInOneTextNodeIsKept() {
    String sentence = "The bridge over the Wend was opened again on Monday. ";
    String html = "<article><p>" + sentence.repeat(20_000) + "</p></article>";
    Extraction found = assertTimeoutPreemptively(BOUND, () -> page(html));
    assertThat(found.text()).hasSizeGreaterThan(1_000_000);
  }

  @Test
  void aHundredThousandLinksAreNoArticle() {
    String html =
        "<ul>"
            + "<li><a href='/n'>Another story of the day</a></li>".repeat(100_000)
            + "</ul>"
            + "<article>"
            + PROSE.repeat(5)
            + "</article>";
    Extraction found = assertTimeoutPreemptively(BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend").doesNotContain("Another story");
  }

  @Test
  void tenMegabytesOfParagraphsAreRead() {
    String html = "<article>" + PROSE.repeat(10 * 1024 * 1024 / PROSE.length()) + "</article>";
    Extraction found = assertTimeoutPreemptively(BOUND, () -> page(html));
    assertThat(found.text()).hasSizeGreaterThan(8_000_000);
  }

  @Test
  void moreThanTheLargestDocumentIsRefused() {
    byte[] body = new byte[ArticleExtractor.LARGEST + 1];
    assertThatThrownBy(
            () ->
                extractor.extract(new Page(body, "text/html", "https://news.example/"), Hints.NONE))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.reason()).isEqualTo("page-too-large"));
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] pdf = "%PDF-1.7 …".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () ->
                extractor.extract(new Page(pdf, "text/html", "https://news.example/"), Hints.NONE))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.reason()).isEqualTo("not-text"));
  }

  @Test
  void linesMadeToStallAPatternDoNot() {
    String[] lines = {
      "By " + "a b ".repeat(20_000),
      "1".repeat(50_000),
      "March " + " ".repeat(50_000) + "x",
      "(".repeat(30_000),
      "a@".repeat(20_000),
      "Photo: " + "(AP ".repeat(10_000),
      "min read ".repeat(10_000),
      "-".repeat(60_000) + "\n" + "* ".repeat(30_000)
    };
    for (String line : lines) {
      assertTimeoutPreemptively(
          BOUND,
          () -> {
            page(
                "<title>"
                    + line
                    + "</title><h1>"
                    + line
                    + "</h1><p class=byline>"
                    + line
                    + "</p>"
                    + PROSE);
            byte[] text = (line + "\n\n" + line).getBytes(StandardCharsets.UTF_8);
            extractor.extract(new Page(text, "text/plain", "https://news.example/"), Hints.NONE);
          });
    }
  }

  @Test
  void structuredDataNestedWithoutEndIsPutUpWith() {
    String json = "{\"a\":[".repeat(50_000);
    String html =
        "<script type='application/ld+json'>" + json + "</script><article>" + PROSE + "</article>";
    Extraction found = assertTimeoutPreemptively(BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void nothingGivesAnEmptyArticle() throws ExtractionException {
    assertThat(page("").text()).isEmpty();
    assertThat(extractor.extractFragment("", "", Hints.NONE).text()).isEmpty();
    assertThat(extractor.extract(new Page(new byte[0], null, ""), Hints.NONE).text()).isEmpty();
  }
}
