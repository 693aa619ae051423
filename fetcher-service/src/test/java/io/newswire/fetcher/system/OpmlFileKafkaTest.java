package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.fetcher.http.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class OpmlFileKafkaTest {

  private final ScriptedServer site = ScriptedServer.start();
  private final Names names = Names.unique();
  @TempDir private Path folder;
  private Path file = Path.of("");
  private RunningFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("feeds.opml");
    write(opml("a", "b", "c"));
    fetcher = restart();
  }

  private RunningFetcher restart() {
    return RunningFetcher.start(
        names, "--newswire.opml.file=" + file, "--newswire.opml.interval=100ms");
  }

  @AfterEach
  void stop() {
    fetcher.close();
    site.close();
  }

  /** Replaced as a whole, as tools do it that care. */
  private void write(String content) throws IOException {
    Path next = folder.resolve("next");
    Files.writeString(next, content);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private String opml(String... feeds) {
    return Stream.of(feeds).map(this::outline).collect(Collectors.joining("", START, END));
  }

  private static final String START = "<opml version=\"2.0\"><head/><body><outline text=\"News\">";
  private static final String END = "</outline></body></opml>";

  private String outline(String feed) {
    return "<outline type=\"rss\" text=\"%s\" xmlUrl=\"%s\"/>"
        .formatted(feed, site.url("/" + feed));
  }

  private Set<String> feeds() {
    Set<String> titles = new TreeSet<>();
    for (JsonNode feed : RunningFetcher.json(fetcher.get("/api/v1/feeds?size=500")).get("feeds")) {
      titles.add(feed.get("title").stringValue() + feed.get("tags"));
    }
    return titles;
  }

  private void awaitFeeds(String... titles) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(feeds()).containsExactlyInAnyOrder(titles));
  }

  @Test
  void differencesAreAppliedWithoutARestartAndFeedsFromElsewhereAreLeftAlone() throws IOException {
    awaitFeeds("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");
    fetcher.post(
        "/api/v1/feeds",
        "application/json",
        "{\"url\":\"" + site.url("/own") + "\",\"title\":\"own\"}");

    write(opml("b", "d").replace("News", "Press"));

    awaitFeeds("b[\"Press\"]", "d[\"Press\"]", "own[]");
  }

  @Test
  void aFileThatIsBrokenCutOffOrEmptyRemovesNothing(CapturedOutput output) throws IOException {
    awaitFeeds("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");
    int applied = 1;
    awaitLogged(output, "event=opml-file-applied", applied);
    int doubtful = 0;
    for (String accident :
        List.of(
            START + outline("a"), "", "not an opml file", "<opml><body/></opml>", "\u0000\u0001")) {
      write(accident);
      awaitLogged(output, "event=opml-file-applied", ++applied);
      assertLogged(output, "event=opml-file-doubtful", ++doubtful);
      assertThat(feeds()).containsExactly("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");

      // A comment tells it from the file that was there before the accident.
      write(opml("a", "b", "c") + "<!-- whole again, " + doubtful + " -->");
      awaitLogged(output, "event=opml-file-applied", ++applied);
      assertLogged(output, "event=opml-file-doubtful", doubtful);
      assertThat(feeds()).containsExactly("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");
    }
  }

  @Test
  void aFileThatIsGoneRemovesNothing(CapturedOutput output) throws IOException {
    awaitFeeds("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");

    Files.delete(file);
    awaitLogged(output, "event=opml-file-unreadable", 1);
    assertThat(feeds()).containsExactly("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");

    write(opml("e"));
    awaitFeeds("e[\"News\"]");
  }

  private static void awaitLogged(CapturedOutput output, String event, int times) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertLogged(output, event, times));
  }

  private static void assertLogged(CapturedOutput output, String event, int times) {
    assertThat(StringUtils.countOccurrencesOf(output.getAll(), event)).as(event).isEqualTo(times);
  }

  @Test
  void aFileThatIsBeingWrittenIsAppliedOnceItIsWhole() throws IOException {
    awaitFeeds("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");
    String whole = opml("a", "b", "c", "d");
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < bytes.length; length += bytes.length / 40) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      int least = 3;
      await().pollDelay(Duration.ofMillis(50)).until(() -> feeds().size() >= least);
    }
    Files.write(file, bytes);

    awaitFeeds("a[\"News\"]", "b[\"News\"]", "c[\"News\"]", "d[\"News\"]");
  }

  @Test
  void whatChangedInTheFileWhileNobodyRanIsAppliedAtTheStart() throws IOException {
    awaitFeeds("a[\"News\"]", "b[\"News\"]", "c[\"News\"]");
    fetcher.close();

    write(opml("c", "f"));
    fetcher = restart();

    awaitFeeds("c[\"News\"]", "f[\"News\"]");
  }
}
