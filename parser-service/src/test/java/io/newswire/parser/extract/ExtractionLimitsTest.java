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

  /**
   * For pages that take minutes where work grows with their square; alone each takes about a
   * second.
   */
  private static final Duration SHORT_BOUND = Duration.ofSeconds(30);

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
  void namesOfAMegabyteAroundManyBoxesAreReadInTime() {
    String html =
        "<div class='"
            + "name ".repeat(200_000)
            + "'>"
            + ("<div>" + PROSE + "</div>").repeat(10_000)
            + "</div>";
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void namesOfAMegabyteAroundADeclaredBodyAreReadInTime() {
    StringBuilder boxes = new StringBuilder();
    StringBuilder declared = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      String sentence = "In the year %d the bridge over the Wend was opened again.".formatted(i);
      boxes.append("<p class='p%d'>".formatted(i)).append(sentence).append("</p>");
      declared.append(sentence).append(' ');
    }
    String html =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
            + declared
            + "\"}</script><div class='"
            + "name ".repeat(200_000)
            + "'>"
            + boxes
            + "</div>";
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(html));
    assertThat(found.text()).contains("In the year 9999 the bridge");
  }

  @Test
  void headingsWithoutEndBeforeTheFirstProseAreReadInTime() {
    String html = "<h2>a</h2>".repeat(150_000) + PROSE.repeat(3);
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void theTitleInEveryMixOfCapitalsIsReadInTime() {
    String letters = "bridgeoverthewend";
    StringBuilder html = new StringBuilder("<title>" + letters + "</title>" + PROSE);
    for (int mix = 0; mix < 1 << letters.length(); mix++) {
      StringBuilder title = new StringBuilder(letters);
      for (int i = 0; i < letters.length(); i++) {
        if ((mix >> i & 1) == 1) {
          title.setCharAt(i, Character.toUpperCase(letters.charAt(i)));
        }
      }
      html.append("<h1>").append(title).append("</h1>");
    }
    String page = html.append(PROSE.repeat(3)).toString();
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(page));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void labelsOfCommentsWithoutEndAreReadInTime() {
    String html = PROSE.repeat(4) + ("<h3>Comments</h3>" + PROSE).repeat(30_000);
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void aListWithoutEndBeforeTheFirstProseIsReadInTime() {
    String html = "<ul>" + "<li>A word".repeat(150_000) + "</ul>" + PROSE.repeat(3);
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void megabytesWithoutAStopInManyBoxesAreReadInTime() {
    String html =
        "<div>".repeat(500)
            + "word ".repeat(2_000_000)
            + "</div>".repeat(500)
            + "<article>"
            + PROSE.repeat(5)
            + "</article>";
    assertThat(assertTimeoutPreemptively(SHORT_BOUND, () -> page(html)).text()).isNotEmpty();
  }

  @Test
  void signedPostsWithoutEndInOneQuoteAreReadInTime() {
    String html =
        "<article>"
            + PROSE.repeat(5)
            + "<blockquote>"
            + "<p>— A (@a) March 1".repeat(200_000)
            + "</blockquote></article>";
    Extraction found = assertTimeoutPreemptively(SHORT_BOUND, () -> page(html));
    assertThat(found.text()).contains("The bridge over the Wend");
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
