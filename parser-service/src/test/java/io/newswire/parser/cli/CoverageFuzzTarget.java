package io.newswire.parser.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newswire.parser.Contract;
import io.newswire.parser.RawArticles;
import io.newswire.parser.article.ArticleJson;
import io.newswire.parser.article.BadRecordException;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import io.newswire.parser.normalize.ArticleNormalizer;
import java.util.Arrays;
import java.util.List;

/**
 * What Jazzer runs: the parser on bytes that it makes up. The first byte says what the others are,
 * so that a file of its corpus can be read: "{" opens a record, "<" a page, "C" an entry's content
 * and "T" a text that was submitted.
 */
public final class CoverageFuzzTarget {

  static final String KEY = "5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b";

  private static final ArticleJson JSON = new ArticleJson();
  private static final ArticleNormalizer NORMALIZER =
      new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());

  private CoverageFuzzTarget() {}

  /** Called by Jazzer before the clock of the first input runs: classes and models are loaded. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(Contract.example("raw-article.page.json"));
  }

  /** Called by Jazzer; what it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      byte[] article = article(input);
      require(Contract.violations(article).isEmpty(), "the article breaks the contract: ", article);
      require(Arrays.equals(article, article(input)), "another article on a second run: ", article);
    } catch (BadRecordException deadLetter) {
      require(deadLetter.reason().matches("[a-z-]+"), "no reason: " + deadLetter, new byte[0]);
    }
  }

  private static byte[] article(byte[] input) throws BadRecordException {
    return JSON.write(NORMALIZER.normalize(rawArticle(input)).article());
  }

  private static RawArticle rawArticle(byte[] input) throws BadRecordException {
    char first = input.length == 0 ? '<' : (char) input[0];
    return switch (first) {
      case '{' -> JSON.read(KEY, input);
      case 'C' -> new RawArticles().content(rest(input), TextType.HTML).build();
      case 'T' -> new RawArticles().submitted().page("text/plain", rest(input)).build();
      default -> new RawArticles().page("text/html", input).build();
    };
  }

  private static String rest(byte[] input) {
    return new String(input, 1, input.length - 1, UTF_8);
  }

  private static void require(boolean holds, String otherwise, byte[] article) {
    if (!holds) {
      throw new AssertionError(otherwise + List.of(new String(article, UTF_8)));
    }
  }
}
