package io.newswire.parser.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of many makes and languages. What is the article's own in them stands in double brackets,
 * which are taken away before the page is read: just that, in order, must be found.
 */
class BodyShapesTest {

  private static final Pattern OWN = Pattern.compile("\\[\\[(.*?)\\]\\]", Pattern.DOTALL);

  private final ArticleExtractor extractor = new ArticleExtractor();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amp-page",
        "arabic-page",
        "arabic-without-names",
        "chinese-portal",
        "czech-perex",
        "dutch-two-sentence-news",
        "english-documentation-page",
        "french-comments-longer-than-the-article",
        "french-two-articles",
        "german-press-release",
        "german-typo3",
        "greek-wordpress",
        "hebrew-page",
        "hebrew-question-and-answer",
        "hidden-rest-of-the-text",
        "hindi-page",
        "hungarian-divs-and-lead",
        "interview-in-line-breaks",
        "italian-joomla",
        "italian-product-page",
        "japanese-line-breaks",
        "japanese-without-names",
        "korean-line-breaks-and-photos",
        "korean-reporter-line",
        "list-article",
        "live-blog",
        "medium-like",
        "paywalled-preview",
        "persian-page",
        "polish-hashed-classes",
        "polish-wiki-page",
        "portuguese-each-paragraph-boxed",
        "portuguese-paywall",
        "recipe-blog",
        "russian-comments-without-names",
        "russian-tables-and-fonts",
        "short-story-long-sidebar",
        "spanish-blogger",
        "spanish-forum-post-and-answers",
        "swedish-parts-in-several-boxes",
        "technical-blog",
        "thai-page",
        "thai-without-names",
        "turkish-text-nodes",
        "ukrainian-page",
        "vietnamese-and-boxed-quote",
        "wrapper-named-for-comments"
      })
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
