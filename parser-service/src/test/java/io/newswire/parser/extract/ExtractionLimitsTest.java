package io.newswire.parser.extract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents made to exhaust a parser: each is read in bounded time or refused with a reason. */
class ExtractionLimitsTest {

  /** Generous, as the machine may be busy; alone each page takes about a second or less. */
  private static final Duration BOUND = Duration.ofSeconds(30);

  /** Added to what a page of twice the size may take: a garbage collection, a compilation. */
  private static final Duration CHANCE = Duration.ofMillis(500);

  private static final String PROSE =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost"
          + " twice what the town had planned.</p>";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private Extraction page(String html) throws ExtractionException {
    return document("text/html", html);
  }

  private Extraction document(String type, String text) throws ExtractionException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return extractor.extract(new Page(bytes, type, "https://news.example/a"), Hints.NONE);
  }

  /**
   * Reads a page and one of half its size, and holds the time of the processor for the whole
   * against that for the half: work that grows with the square takes four times as long.
   */
  private Extraction inProportion(int size, IntFunction<String> html) {
    return inProportion("text/html", size, html);
  }

  private Extraction inProportion(String type, int size, IntFunction<String> text) {
    String whole = text.apply(size);
    String half = text.apply(size / 2);
    return assertTimeoutPreemptively(
        BOUND.multipliedBy(3),
        () -> {
          Extraction found = document(type, whole);
          Duration ofHalf = least(type, half);
          assertThat(least(type, whole)).isLessThan(ofHalf.multipliedBy(3).plus(CHANCE));
          return found;
        });
  }

  /** The less of two times of the processor. */
  private Duration least(String type, String text) throws ExtractionException {
    var threads = ManagementFactory.getThreadMXBean();
    Duration least = BOUND;
    for (int i = 0; i < 2; i++) {
      long start = threads.getCurrentThreadCpuTime();
      document(type, text);
      Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
      least = taken.compareTo(least) < 0 ? taken : least;
    }
    return least;
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

  @ParameterizedTest
  @MethodSource
  void whatIsTooMuchForAnyArticleIsRefused(String html) {
    assertThatThrownBy(() -> assertTimeoutPreemptively(BOUND, () -> page(html)))
        .isInstanceOfSatisfying(
            ExtractionException.class, e -> assertThat(e.reason()).isEqualTo("page-too-complex"));
  }

  /** Cells, a few open elements that each paragraph repeats, and names that never end. */
  static List<String> whatIsTooMuchForAnyArticleIsRefused() {
    String open = IntStream.range(0, 20).mapToObj(i -> "<b class=k" + i + ">").collect(joining());
    return List.of(
        "<table>" + "<tr><td>1<td>2".repeat(100_000),
        "<p>" + open + "<p>A word".repeat(100_000),
        "<p".repeat(500_000),
        "</" + "p".repeat(1_000_000),
        ("<" + "p".repeat(100_000) + ">").repeat(60));
  }

  @Test
  void dataInAScriptThatLooksLikeANameIsPutUpWith() throws ExtractionException {
    String script = "<script>for(i=0;i<n;i++)x=[" + "1,2,".repeat(50_000) + "3]</script>";
    assertThat(page(script + PROSE.repeat(3)).text()).contains("The bridge over the Wend");
  }

  @Test
  void aGalleryWithoutEndRepeatsItsCaptionSoOftenAndNoMore() {
    String gallery =
        "<figure><figcaption>The bridge on the day of its opening.</figcaption>"
            + IntStream.range(0, 20_000)
                .mapToObj(i -> "<img src=/" + i + ".jpg>")
                .collect(joining())
            + "</figure>";
    Extraction found =
        assertTimeoutPreemptively(
            BOUND, () -> page("<article>" + PROSE.repeat(5) + gallery + PROSE.repeat(5)));
    assertThat(found.html()).contains("/499.jpg").hasSizeLessThan(100_000);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "hostile-pages.txt", delimiter = '|', quoteCharacter = '\0')
  void aPageOfOneThingWithoutEndIsReadInTime(String type, String before, String piece) {
    String start = type.equals("text/html") ? PROSE.repeat(5) : "";
    String repeated = unescaped(piece);
    Extraction found =
        inProportion(
            type,
            300_000 / repeated.length(),
            n -> start + unescaped(before) + repeated.repeat(n) + start);
    assertThat(found.method()).isNotEmpty();
  }

  private static String unescaped(@Nullable String text) {
    return text == null ? "" : text.translateEscapes();
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
    Extraction found =
        inProportion(
            10_000,
            n ->
                "<div class='"
                    + "name ".repeat(20 * n)
                    + "'>"
                    + ("<div>" + PROSE + "</div>").repeat(n)
                    + "</div>");
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void namesOfAMegabyteAroundADeclaredBodyAreReadInTime() {
    Extraction found = inProportion(10_000, ExtractionLimitsTest::declaredInNamedBoxes);
    assertThat(found.text()).contains("In the year 9999 the bridge");
  }

  private static String declaredInNamedBoxes(int size) {
    StringBuilder boxes = new StringBuilder();
    StringBuilder declared = new StringBuilder();
    for (int i = 0; i < size; i++) {
      String sentence = "In the year %d the bridge over the Wend was opened again.".formatted(i);
      boxes.append("<p class='p%d'>".formatted(i)).append(sentence).append("</p>");
      declared.append(sentence).append(' ');
    }
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\""
        + declared
        + "\"}</script><div class='"
        + "name ".repeat(20 * size)
        + "'>"
        + boxes
        + "</div>";
  }

  @Test
  void headingsWithoutEndBeforeTheFirstProseAreReadInTime() {
    Extraction found = inProportion(150_000, n -> "<h2>a</h2>".repeat(n) + PROSE.repeat(3));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void theTitleInEveryMixOfCapitalsIsReadInTime() {
    String letters = "bridgeoverthewend";
    Extraction found = inProportion(1 << letters.length(), mixes -> titles(letters, mixes));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  private static String titles(String letters, int mixes) {
    StringBuilder html = new StringBuilder("<title>" + letters + "</title>" + PROSE);
    for (int mix = 0; mix < mixes; mix++) {
      StringBuilder title = new StringBuilder(letters);
      for (int i = 0; i < letters.length(); i++) {
        if ((mix >> i & 1) == 1) {
          title.setCharAt(i, Character.toUpperCase(letters.charAt(i)));
        }
      }
      html.append("<h1>").append(title).append("</h1>");
    }
    return html.append(PROSE.repeat(3)).toString();
  }

  @Test
  void labelsOfCommentsWithoutEndAreReadInTime() {
    Extraction found =
        inProportion(30_000, n -> PROSE.repeat(4) + ("<h3>Comments</h3>" + PROSE).repeat(n));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void aListWithoutEndBeforeTheFirstProseIsReadInTime() {
    Extraction found =
        inProportion(150_000, n -> "<ul>" + "<li>A word".repeat(n) + "</ul>" + PROSE.repeat(3));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void megabytesWithoutAStopInManyBoxesAreReadInTime() {
    Extraction found =
        inProportion(
            2_000_000,
            n ->
                "<div>".repeat(500)
                    + "word ".repeat(n)
                    + "</div>".repeat(500)
                    + "<article>"
                    + PROSE.repeat(5)
                    + "</article>");
    assertThat(found.text()).isNotEmpty();
  }

  @Test
  void signedPostsWithoutEndInOneQuoteAreReadInTime() {
    Extraction found =
        inProportion(
            200_000,
            n ->
                "<article>"
                    + PROSE.repeat(5)
                    + "<blockquote>"
                    + "<p>— A (@a) March 1".repeat(n)
                    + "</blockquote></article>");
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void picturesWithoutEndInOneFigureAreReadInTime() {
    Extraction found =
        inProportion(
            40_000,
            n ->
                "<article>"
                    + PROSE.repeat(5)
                    + "<figure>"
                    + "<img src=/a.jpg><figcaption class=credit>Ada Lind</figcaption>".repeat(n)
                    + "</figure></article>");
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void imagesWithoutASourceInOnePictureAreReadInTime() {
    Extraction found =
        inProportion(
            100_000,
            n ->
                PROSE.repeat(3) + "<picture>" + "<img>".repeat(n) + "</picture>" + PROSE.repeat(3));
    assertThat(found.text()).contains("The bridge over the Wend");
  }

  @Test
  void aSetOfFilesWithoutEndIsReadInTime() {
    Extraction found =
        inProportion(
            300_000,
            n ->
                "<article>"
                    + PROSE.repeat(5)
                    + "<img srcset='"
                    + "/a,b.jpg 300w,".repeat(n)
                    + "'></article>");
    assertThat(found.images()).hasSize(1);
  }

  @Test
  void boxesOfAsManyMakesAsThereAreAreReadInTime() {
    Extraction found =
        inProportion(
            40_000,
            n -> {
              StringBuilder html = new StringBuilder();
              for (int i = 0; i < n; i++) {
                String name = Integer.toString(i, 36).replaceAll("\\d", "z");
                html.append("<div class=k").append(name).append('>').append(PROSE).append("</div>");
              }
              return html.toString();
            });
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
    assertThat(extractor.extractFragment("", "").text()).isEmpty();
    assertThat(extractor.extract(new Page(new byte[0], null, ""), Hints.NONE).text()).isEmpty();
  }
}
