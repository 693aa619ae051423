package io.newswire.parser.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days of publication on pages of many makes and languages; {@code dated-pages.txt} has them. */
class DatedPagesTest {

  private static final String PROSE =
      "<p>The bridge over the Wend was opened again on Monday, after a winter of repairs that cost more than planned.</p>"
          .repeat(6);

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  /**
   * @param days of publication and of the last change, the second one optional; "-" is none
   * @param markup markup by its place
   */
  record DatedPage(String line, String language, List<String> days, Map<String, String> markup) {

    static DatedPage of(String line) {
      String[] fields = line.split(" \\| ", 3);
      return new DatedPage(
          line,
          fields[0],
          List.of(fields[1].split(" ~ ")),
          Arrays.stream(fields[2].split(" \\|\\| "))
              .map(place -> place.split(" ", 2))
              .collect(Collectors.toMap(place -> place[0], place -> place[1])));
    }

    String at(String place) {
      return markup.getOrDefault(place, "");
    }

    String url() {
      return markup.getOrDefault("url", "https://gazette.example/bridge");
    }

    /** Without the time at which a page was served, "3 hours ago" says nothing. */
    Hints hints() {
      String served = markup.get("served");
      return served == null
          ? Hints.NONE
          : new Hints(null, null, Instant.parse(served), Instant.parse(served));
    }

    String html() {
      return "<html lang='%s'><head><title>Bridge opened again</title>%s</head><body>%s<article><h1>Bridge opened again</h1>%s%s</article>%s</body></html>"
          .formatted(language, at("head"), at("above"), at("below"), PROSE, at("foot"));
    }

    @Override
    public String toString() {
      return line;
    }
  }

  static Stream<DatedPage> pages() {
    try (InputStream list = DatedPagesTest.class.getResourceAsStream("dated-pages.txt")) {
      assertThat(list).isNotNull();
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(DatedPage::of)
              .toList()
              .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theDayIsThatOfThePublication(DatedPage page) throws ExtractionException {
    Extraction extraction =
        EXTRACTOR.extract(
            new Page(
                page.html().getBytes(StandardCharsets.UTF_8),
                "text/html;charset=utf-8",
                page.url()),
            page.hints());
    assertThat(day(extraction.published())).isEqualTo(page.days().getFirst());
    if (page.days().size() > 1) {
      assertThat(day(extraction.updated())).isEqualTo(page.days().getLast());
    }
  }

  private static String day(@Nullable ExtractedDate date) {
    return date == null ? "-" : date.iso().substring(0, 10);
  }
}
