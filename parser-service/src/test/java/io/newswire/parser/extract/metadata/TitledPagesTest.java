package io.newswire.parser.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Titles on pages of many makes and languages; {@code titled-pages.txt} has them. */
class TitledPagesTest {

  private static final String ARTICLE =
      "<article>"
          + "<p>The bridge was opened on Monday, after a winter of repairs that cost more than was planned.</p>"
              .repeat(4)
          + "</article>";

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  static Stream<String> pages() {
    try (InputStream list = TitledPagesTest.class.getResourceAsStream("titled-pages.txt")) {
      assertThat(list).isNotNull();
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theTitleHasNeitherSiteNorSection(String line) throws ExtractionException {
    String[] fields = line.split(" \\| ", 3);
    byte[] html = (fields[2] + ARTICLE).getBytes(StandardCharsets.UTF_8);
    assertThat(
            EXTRACTOR
                .extract(new Page(html, "text/html;charset=utf-8", fields[1]), Hints.NONE)
                .title())
        .isEqualTo(fields[0]);
  }
}
