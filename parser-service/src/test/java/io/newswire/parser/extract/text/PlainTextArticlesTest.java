package io.newswire.parser.extract.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts of twenty makes as they are copied from pages, each with what must come out of it. */
class PlainTextArticlesTest {

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final JsonMapper json = JsonMapper.builder().build();

  /** What a text must give; null or absent where nothing must be found. */
  record Expected(
      @Nullable String language,
      String title,
      @Nullable String summary,
      List<String> authors,
      @Nullable List<String> agencies,
      String published,
      @Nullable String updated,
      @Nullable Integer readingMinutes,
      @Nullable List<String> keyPoints,
      @Nullable List<String> sections,
      @Nullable List<String> topics,
      @Nullable String imageCaption,
      @Nullable String imageCredit,
      List<String> paragraphs,
      List<String> mustNotContain) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wire-story",
        "german-local-news",
        "french-no-key-points",
        "spanish-labelled",
        "japanese",
        "bulleted-feature",
        "hard-wrapped",
        "arabic",
        "portuguese-dash-bullets",
        "bare-lines",
        "tabloid-with-comments",
        "german-agency-story",
        "french-subscribers",
        "spanish-newsroom",
        "japanese-members",
        "portuguese-portal",
        "russian-city-news",
        "arabic-channel",
        "italian-daily",
        "chinese-portal"
      })
  void aCopiedTextGivesItsArticleAndNothingOfThePage(String name) throws Exception {
    Expected expected = json.readValue(resource(name + ".json"), Expected.class);
    Page page = new Page(resource(name + ".txt"), "text/plain", "https://news.example/a");
    Hints hints = new Hints(null, expected.language(), Instant.parse("2026-01-01T00:00:00Z"));

    Extraction found = extractor.extract(page, hints);

    assertThat(found.text()).isEqualTo(String.join("\n\n", expected.paragraphs()));
    assertThat(found.title()).isEqualTo(expected.title());
    assertThat(found.summary()).isEqualTo(expected.summary());
    assertThat(found.authors()).isEqualTo(expected.authors());
    assertThat(found.agencies()).isEqualTo(orEmpty(expected.agencies()));
    assertThat(instant(found.published())).isEqualTo(expected.published());
    assertThat(instant(found.updated())).isEqualTo(expected.updated());
    assertThat(found.statedReadingMinutes()).isEqualTo(expected.readingMinutes());
    assertThat(found.keyPoints()).isEqualTo(orEmpty(expected.keyPoints()));
    assertThat(found.sections()).isEqualTo(orEmpty(expected.sections()));
    assertThat(found.topics()).isEqualTo(orEmpty(expected.topics()));
    if (expected.imageCredit() != null) {
      ExtractedImage image = found.images().getFirst();
      assertThat(image.credit()).isEqualTo(expected.imageCredit());
      assertThat(image.caption()).isEqualTo(expected.imageCaption());
    }
    assertThat(found.text()).doesNotContain(expected.mustNotContain());
  }

  @Test
  void aSentenceBelowAShortTitleIsTheText() throws Exception {
    Extraction found = extract(null, "Harbour notes\n\nThe two tugs came on Friday.\n");

    assertThat(found.title()).isEqualTo("Harbour notes");
    assertThat(found.text()).isEqualTo("The two tugs came on Friday.");
  }

  @Test
  void aTextThatIsAllFurnitureIsStillAText() throws Exception {
    String line =
        "Photo: Jo Field. The bridge over the Wend stood under water for the whole night.";
    assertThat(extract(null, line).text()).isEqualTo(line);
  }

  @Test
  void aTextWithoutItsTitleIsWholeWhereTheTitleIsKnown() throws Exception {
    Extraction found =
        extract("Two tugs", "The two tugs came on Friday.\n\nThey are moored at the east quay.\n");

    assertThat(found.title()).isEqualTo("Two tugs");
    assertThat(found.text())
        .isEqualTo("The two tugs came on Friday.\n\nThey are moored at the east quay.");
  }

  private static final String PROSE =
      "The port authority took delivery of two electric tugs on Friday, which halve the noise.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dossier : le maire promet une réponse.",
        "Sujets : le maire refuse.",
        "Label: two tugs",
        "Рубрика: порт"
      })
  void aLabelOfTopicsAboveTheTextEndsNothing(String line) throws Exception {
    Extraction found =
        extract("Two tugs", "Two tugs\n\n%s\n\n%s\n\n%s".formatted(line, PROSE, PROSE));

    assertThat(found.text()).endsWith(PROSE + "\n\n" + PROSE);
  }

  @Test
  void aSentenceBehindALabelOfTopicsIsText() throws Exception {
    String sentence = "Dossier : le maire promet une réponse.";
    Extraction found = extract("Two tugs", "Two tugs\n\n" + PROSE + "\n\n" + sentence);

    assertThat(found.text()).endsWith(sentence);
    assertThat(found.topics()).isEmpty();
  }

  @Test
  void topicsBelowTheTextEndIt() throws Exception {
    Extraction found =
        extract(
            "Two tugs", "Two tugs\n\n" + PROSE + "\n\nMots-clés : port, remorqueurs, Jo Field.");

    assertThat(found.text()).isEqualTo(PROSE);
    assertThat(found.topics()).containsExactly("port", "remorqueurs", "Jo Field.");
  }

  @Test
  void shortSentencesBelowFurtherTitlesAreText() throws Exception {
    String below =
        "Read also\nTugs are late\nWill they come?\nHe refused to resign.\n\"Never,\" he said.";
    Extraction found = extract("Two tugs", "Two tugs\n\n" + PROSE + "\n" + below + "\n" + PROSE);

    assertThat(found.text())
        .isEqualTo(PROSE + "\n\nHe refused to resign.\n\n\"Never,\" he said.\n\n" + PROSE);
  }

  @Test
  void labelsWithoutEndAreReadInTime() {
    String text = "Two tugs\n\n" + PROSE + "\n" + "Read more\n".repeat(40_000) + PROSE;
    Extraction found =
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> extract("Two tugs", text));

    assertThat(found.text()).isEqualTo(PROSE + "\n\n" + PROSE);
  }

  @Test
  void topicsWithSpacesWithoutEndAreReadInTime() {
    String text = "Two tugs\n\n" + PROSE + "\n\nTags: a tug" + " ".repeat(100_000) + "b, quay";
    Extraction found =
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> extract("Two tugs", text));

    assertThat(found.topics()).containsExactly("quay");
  }

  private Extraction extract(@Nullable String title, String text) throws Exception {
    Page page = new Page(text.getBytes(StandardCharsets.UTF_8), "text/plain", "https://a.example/");
    return extractor.extract(page, new Hints(title, null, Instant.parse("2026-01-01T00:00:00Z")));
  }

  private static @Nullable String instant(@Nullable ExtractedDate date) {
    return date == null ? null : date.instant().toString();
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private static byte[] resource(String name) {
    try (InputStream in = PlainTextArticlesTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
