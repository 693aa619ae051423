package io.newswire.parser.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages of many makes and languages. What is the article's own in them stands in double brackets,
 * which are taken away before the page is read: just that, in order, must be found.
 */
class BodyShapesTest {

  private static final Pattern OWN = Pattern.compile("\\[\\[(.*?)\\]\\]", Pattern.DOTALL);

  private final ArticleExtractor extractor = new ArticleExtractor();

  @ParameterizedTest
  @MethodSource("pages")
  void theTextOfAPageIsFoundAndNothingElse(String name) throws Exception {
    String marked = read("pages/" + name + ".html");
    List<String> own = new ArrayList<>();
    Matcher matcher = OWN.matcher(marked);
    while (matcher.find()) {
      own.add(spaced(Jsoup.parse(matcher.group(1)).wholeText()));
    }
    String html = marked.replace("[[", "").replace("]]", "");
    Extraction found =
        extractor.extract(
            new Page(
                html.getBytes(StandardCharsets.UTF_8), "text/html", "https://site.example/a/1"),
            Hints.NONE);
    assertThat(paragraphs(found.text())).isEqualTo(own);
  }

  /** The names of all pages there are. */
  static List<String> pages() throws Exception {
    try (Stream<Path> files =
        Files.list(Path.of(BodyShapesTest.class.getResource("pages").toURI()))) {
      List<String> pages =
          files.map(file -> file.getFileName().toString().replace(".html", "")).sorted().toList();
      assertThat(pages).isNotEmpty();
      return pages;
    }
  }

  /** Blocks, lines and cells alike: the brackets mark them each. */
  private static List<String> paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : text.split("\n\n| \\| |\n(?!heron-cam)")) {
      paragraphs.add(spaced(paragraph));
    }
    return paragraphs;
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\u00A0\u3000]+", " ").strip();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = BodyShapesTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
