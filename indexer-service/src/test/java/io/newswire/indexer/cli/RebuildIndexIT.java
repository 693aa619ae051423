package io.newswire.indexer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.IndexerUnderTest;
import io.newswire.servers.JavaCommand;
import io.newswire.servers.JavaProcess;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildIndexIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY = "0123456789abcdef";

  /** One article a request: slow enough to be interrupted. */
  private static final String SLOWLY = "newswire.indexer.batch.max-articles=1";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void itStartsARebuildAndFollowsItToItsEnd() throws InterruptedException {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("newswire.api.key=" + KEY);
      indexer.publishArticles(1, 200);
      await().atMost(PATIENCE).until(indexer::caughtUp);

      assertThat(run(Map.of("NEWSWIRE_API_KEY", KEY), "--url", indexer.serviceUrl() + "/"))
          .isZero();

      assertThat(out.toString(UTF_8))
          .contains(indexer.name + "-000002 done: 100 %, 200 of 200 records");
      assertThat(err.toString(UTF_8)).isEmpty();
      assertThat(indexer.indices()).containsExactly(indexer.name + "-000002");
    }
  }

  @Test
  void aWrongKeyIsSaid() throws InterruptedException {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("newswire.api.key=" + KEY);

      assertThat(run(Map.of("NEWSWIRE_INDEXER_URL", indexer.serviceUrl()), "--api-key", "wrong"))
          .isEqualTo(1);
      assertThat(err.toString(UTF_8)).contains("401").contains("X-API-Key");
    }
  }

  @Test
  void itJoinsARebuildThatRunsAndAnotherGivesItUp() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start(SLOWLY);
      indexer.publishArticles(1, 3000);
      await().atMost(PATIENCE).until(() -> indexer.count() > 0);
      assertThat(indexer.service("POST", "/api/v1/rebuilds").statusCode()).isEqualTo(202);

      CompletableFuture<Integer> following =
          CompletableFuture.supplyAsync(() -> follow(indexer.serviceUrl()));
      await().atMost(PATIENCE).until(() -> out.toString(UTF_8).contains("-000002 building"));
      int cancelled = uncheckedRun("--cancel", "--url", indexer.serviceUrl());

      assertThat(cancelled).isZero();
      assertThat(following.join()).isEqualTo(1);
      assertThat(out.toString(UTF_8)).contains("-000002 cancelled");
      assertThat(indexer.indices()).containsExactly(indexer.name + "-000001");
      assertThat(uncheckedRun("--cancel", "--url", indexer.serviceUrl())).isEqualTo(1);
      assertThat(err.toString(UTF_8)).contains("no rebuild to be given up");
    }
  }

  /** As Ctrl-C, or the end of the terminal, ends it. */
  @Test
  void whoStopsWatchingLeavesTheRebuildRunning(@TempDir Path folder) throws IOException {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start(SLOWLY);
      indexer.publishArticles(1, 500);
      await().atMost(PATIENCE).until(indexer::caughtUp);
      Path output = folder.resolve("rebuild-index.log");
      try (JavaProcess command = command(output, indexer.serviceUrl())) {
        await().atMost(PATIENCE).until(() -> Files.readString(output).contains("building"));
        command.stop(Duration.ofSeconds(30));

        assertThat(command.onExit().join()).isEqualTo(143);
      }

      assertThat(Files.readString(output)).contains("The rebuild goes on").doesNotContain("done");
      assertThat(follow(indexer.serviceUrl())).isZero();
      assertThat(out.toString(UTF_8)).contains("-000002 done: 100 %, 500 of 500 records");
      assertThat(indexer.count()).isEqualTo(500);
    }
  }

  private static JavaProcess command(Path output, String url) {
    return new JavaCommand(
            "rebuild-index",
            List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
            List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
            RebuildIndex.class.getName(),
            List.of("--url", url),
            Map.of(),
            output)
        .start();
  }

  @Test
  void anIndexerThatIsNotThereIsSaid() throws InterruptedException {
    assertThat(run(Map.of(), "--url", "http://127.0.0.1:1")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("http://127.0.0.1:1 does not answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--frob", "--url", "--url nowhere", "--url file:/etc/passwd"})
  void whatItDoesNotUnderstandIsSaid(String arguments) throws InterruptedException {
    assertThat(run(Map.of(), arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("usage: rebuild-index");
  }

  private int follow(String url) {
    try (RebuildClient client = new RebuildClient(URI.create(url), null)) {
      return new RebuildIndex(
              client,
              new ProgressLine(stream(out), false),
              stream(err),
              Duration.ofMillis(50),
              Duration.ofSeconds(10))
          .follow();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int uncheckedRun(String... arguments) {
    try {
      return run(Map.of(), arguments);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private int run(Map<String, String> environment, String... arguments)
      throws InterruptedException {
    return RebuildIndex.run(arguments, environment, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}
