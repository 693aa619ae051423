package io.newswire.parser.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import io.newswire.parser.normalize.ArticleNormalizer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.time.InstantSource;

/**
 * Extracts articles from files: reads a JSON object a line from standard input, {@code
 * {"id","path","url","headers":{},"fetchedAt"}}, and writes one a line to standard output, in the
 * same order. A line that cannot be processed gives a line that says why; the exit status is then
 * still 0. It is 1 where the streams themselves fail.
 */
public final class ExtractArticles {

  private ExtractArticles() {}

  public static void main(String[] args) throws InterruptedException {
    ArticleNormalizer normalizer =
        new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());
    DocumentExtraction extraction = new DocumentExtraction(normalizer, InstantSource.system());
    OrderedLines lines = new OrderedLines(Runtime.getRuntime().availableProcessors());
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        BufferedWriter out =
            new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8))) {
      lines.map(in, out, extraction::lineOf);
    } catch (IOException e) {
      System.err.println("extract-articles: " + e);
      System.exit(1);
    }
  }
}
