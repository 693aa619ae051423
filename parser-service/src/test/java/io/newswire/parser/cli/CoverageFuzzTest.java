package io.newswire.parser.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer looks for inputs that break the parser, led by the branches that they reach in it and in
 * jsoup, for a minute in CI and some seconds elsewhere; its own detectors tell where an input makes
 * the parser open an address or a file, load a class, run a command or compile a pattern. It runs
 * in a process of its own, as it rewrites the classes that it watches.
 */
class CoverageFuzzTest {

  private static final Duration LENGTH = Duration.ofSeconds(System.getenv("CI") == null ? 5 : 60);

  /** For the start, in which thousands of classes are rewritten, on a machine that may be busy. */
  private static final Duration START = Duration.ofMinutes(5);

  /** Seconds that one input may take. */
  private static final int BOUND = 20;

  /** The classes whose branches and calls are watched. */
  private static final String WATCHED = "io.newswire.parser.**:org.jsoup.**";

  private static final Pattern RUNS = Pattern.compile("Done (\\d+) runs");

  /** Branches that the corpus reaches before anything is changed. */
  private static final Pattern COVERED = Pattern.compile("INITED cov: (\\d+)");

  /** Far fewer than the corpus reaches where the parser's classes are watched. */
  private static final int FEWEST_BRANCHES = 2_000;

  private static final List<String> SEEDS =
      List.of(
          """
          <!doctype html><html lang="en"><head><title>Bridge opens again | Wend Courier</title>
          <meta property="article:published_time" content="2024-03-04T09:15:00+01:00">
          <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge opens again",
          "author":[{"@type":"Person","name":"Ola Brandt"}],"datePublished":"2024-03-04"}]}</script>
          </head><body><article><h1>Bridge opens again</h1><p class="byline">By Ola Brandt and Jo Field</p>
          <figure><img srcset="/b.jpg 800w, /c.jpg 2x"><figcaption>The bridge. Photo: Jo Field</figcaption></figure>
          <p>The bridge over the Wend was opened again on Monday, after a winter of repairs, the town said.</p>
          <table><tr><th>Year</th><td>2024</td></tr></table><ul><li>Cost: twice the plan.</li></ul></article></body></html>
          """,
          """
          C<p>The port takes delivery of two tugs.</p><p><a href="/more">Continue reading</a></p>
          <img src="https://stats.example/p.gif" width="1" height="1"><p>The post <a href="/">Tugs</a> appeared first.</p>
          """,
          """
          TBridge opens again

          By Jo Field
          March 4, 2024 | 3 min read

          The bridge over the Wend was opened again on Monday, after a winter of repairs, the town said.

          Read more about
          bridges
          """);

  @TempDir private Path folder;

  @Test
  void noInputBreaksTheParser() throws IOException, InterruptedException {
    Path log = folder.resolve("jazzer.log");
    Process jazzer =
        new ProcessBuilder(command(corpus()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      boolean ended = jazzer.waitFor(START.plus(LENGTH).toMillis(), TimeUnit.MILLISECONDS);
      assertThat(ended).as(() -> "it ends in time; it said: " + endOf(log)).isTrue();
      assertThat(jazzer.exitValue()).as(() -> "findings: " + endOf(log)).isZero();
    } finally {
      jazzer.destroyForcibly();
    }
    assertThat(number(COVERED, log)).isGreaterThan(FEWEST_BRANCHES);
    assertThat(number(RUNS, log)).isGreaterThan(3 * SEEDS.size());
  }

  private static int number(Pattern said, Path log) throws IOException {
    Matcher matcher = said.matcher(Files.readString(log, UTF_8));
    assertThat(matcher.find()).as(() -> said + " is in " + endOf(log)).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static List<String> command(Path corpus) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx768m",
        "-Xss1m",
        "-cp",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + CoverageFuzzTarget.class.getName(),
        "--instrumentation_includes=" + WATCHED,
        "--custom_hook_includes=" + WATCHED,
        "-max_total_time=" + LENGTH.toSeconds(),
        "-timeout=" + BOUND,
        "-max_len=30000",
        "-len_control=0",
        "-rss_limit_mb=0",
        corpus.toString());
  }

  private Path corpus() throws IOException {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    for (int i = 0; i < SEEDS.size(); i++) {
      Files.writeString(corpus.resolve("seed-" + i), SEEDS.get(i));
    }
    Files.write(corpus.resolve("record"), Contract.example("raw-article.json"));
    Files.write(corpus.resolve("record-with-page"), Contract.example("raw-article.page.json"));
    return corpus;
  }

  /** The end of what Jazzer said, with the finding and the bytes that made it. */
  private static String endOf(Path log) {
    try {
      String said = Files.readString(log, UTF_8);
      return said.substring(Math.max(0, said.length() - 6000));
    } catch (IOException e) {
      return log + " cannot be read: " + e;
    }
  }
}
