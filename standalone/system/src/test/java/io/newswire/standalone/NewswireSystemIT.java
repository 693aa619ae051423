package io.newswire.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.servers.Ports;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The real jars against real servers, from a feed on loopback to documents. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class NewswireSystemIT {

  private static final String RAW_ARTICLES = "news.raw-articles.v1";
  private static final String ARTICLES = "news.articles.v1";
  private static final List<Program> CRASHING =
      List.of(
          Program.FETCHER, Program.PARSER, Program.INDEXER, Program.KAFKA, Program.ELASTICSEARCH);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Progress progress =
      new Progress(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  private ScriptedSite site;
  private RunOptions options;
  private NewswireSystem system;
  private RunningSystem seen;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    site = new ScriptedSite();
    site.publish("listed", titles("listed", 5));
    Path opml = folder.resolve("feeds.opml");
    Files.writeString(
        opml,
        "<opml version=\"2.0\"><body><outline xmlUrl=\"%s\"/></body></opml>"
            .formatted(site.url("listed")));
    List<String> arguments = new ArrayList<>();
    for (Program program : Program.values()) {
      arguments.add("--port-" + program.id() + "=" + Ports.free());
    }
    arguments.add("--data=" + folder.resolve("data"));
    arguments.add("--feeds=" + opml);
    Path root = Path.of(System.getProperty("newswire.root"));
    options = RunOptions.parse(root, arguments, Map.of());
    seen = new RunningSystem(options);
    startSystem();
  }

  @AfterAll
  void stop() {
    system.close();
    seen.close();
    site.close();
  }

  @Test
  @Order(1)
  void theFeedsOfTheListBecomeDocuments() {
    awaitDocuments("listed", titles("listed", 5));
    assertThat(rawArticles("listed")).isEqualTo(5);
  }

  @Test
  @Order(2)
  void killingEachProgramWhileArticlesFlowLosesAndDoublesNothing() throws Exception {
    site.publish("crashing", titles("crashing", 10));
    String feed = seen.subscribe(site.url("crashing"));
    int published = 10;
    for (Program program : CRASHING) {
      List<String> more = titles("crashing", published + 10).subList(published, published + 10);
      site.publish("crashing", more);
      published += 10;
      await().atMost(PATIENCE).until(() -> seen.fetchNow(feed));
      kill(program);
    }
    awaitDocuments("crashing", titles("crashing", published));
    assertThat(rawArticles("crashing")).isEqualTo(published);
    assertThat(seen.records(ARTICLES).stream().map(ConsumerRecord::key).map(ByteBuffer::wrap))
        .doesNotHaveDuplicates()
        .hasSize(published + 5);
  }

  @Test
  @Order(3)
  void aPoisonRecordInEachTopicIsSetAsideAndTheOthersGoOn() throws Exception {
    byte[] key = "poison".getBytes(StandardCharsets.UTF_8);
    byte[] value = "{\"id\": \"not an event\u0000".getBytes(StandardCharsets.UTF_8);
    for (String topic : List.of("news.feeds.v1", "news.feed-states.v1", RAW_ARTICLES, ARTICLES)) {
      seen.send(topic, key, value);
    }
    for (String topic : List.of(RAW_ARTICLES, ARTICLES)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                List<ConsumerRecord<byte[], byte[]>> letters = seen.records(topic + "-dlt");
                assertThat(letters).hasSize(1);
                assertThat(letters.getFirst().key()).isEqualTo(key);
                assertThat(letters.getFirst().value()).isEqualTo(value);
                assertThat(letters.getFirst().headers().lastHeader("dlt-reason")).isNotNull();
              });
    }
    // What the fetcher keeps in Kafka is read when it starts.
    kill(Program.FETCHER);
    site.publish("after-poison", titles("after-poison", 3));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> !seen.subscribe(site.url("after-poison")).isEmpty());
    awaitDocuments("after-poison", titles("after-poison", 3));
  }

  @Test
  @Order(4)
  void restartedOnTheSameDataItGoesOnWhereItWas() throws Exception {
    int rawArticlesBefore = seen.records(RAW_ARTICLES).size();
    List<String> documentsBefore = seen.documents(site.url("crashing"));
    int unchangedBefore = site.unchangedAnswers();
    system.close();

    startSystem();
    String feed = feedId("crashing");
    await().atMost(PATIENCE).until(() -> seen.fetchNow(feed));
    await().atMost(PATIENCE).until(() -> site.unchangedAnswers() > unchangedBefore);
    assertThat(seen.records(RAW_ARTICLES)).hasSize(rawArticlesBefore);
    assertThat(seen.documents(site.url("crashing"))).isEqualTo(documentsBefore);

    site.publish("crashing", List.of("crashing 061"));
    await().atMost(PATIENCE).until(() -> seen.fetchNow(feed));
    List<String> expected = new ArrayList<>(documentsBefore);
    expected.add("crashing 061");
    awaitDocuments("crashing", expected);
    assertThat(seen.records(RAW_ARTICLES)).hasSize(rawArticlesBefore + 1);
  }

  private void startSystem() {
    system = NewswireSystem.of(options, progress);
    system.start();
  }

  /** Ends the program's process as a crash would; the supervisor starts it again. */
  private void kill(Program program) {
    long pid = system.running(program).process().pid();
    system.running(program).process().kill();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              var process = system.running(program).process();
              return process.pid() != pid && process.isAlive();
            });
  }

  private void awaitDocuments(String feed, List<String> titles) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(seen.documents(site.url(feed))).containsExactlyElementsOf(titles));
  }

  private long rawArticles(String feed) {
    String feedId = feedId(feed);
    return seen.records(RAW_ARTICLES).stream()
        .filter(
            record ->
                record.key() != null
                    && new String(record.key(), StandardCharsets.UTF_8).startsWith(feedId + "-"))
        .count();
  }

  /** As the contract defines it: from the subscribed address alone. */
  private String feedId(String feed) {
    return FeedIds.of(site.url(feed));
  }

  private static List<String> titles(String feed, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> String.format(Locale.ROOT, "%s %03d", feed, i))
        .toList();
  }
}
