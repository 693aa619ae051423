package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.fetcher.http.ScriptedServer;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.state.EntryKey;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.state.KnownEntries;
import io.newswire.fetcher.state.KnownEntry;
import io.newswire.fetcher.subscription.FeedPartitions;
import io.newswire.fetcher.subscription.Subscription;
import io.newswire.fetcher.subscription.SubscriptionFixture;
import io.newswire.servers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that somebody else wrote to the fetcher's topics, and topics that somebody else made. */
class ForeignRecordsKafkaTest {

  private static final Map<String, String> XML = Map.of("Content-Type", "application/rss+xml");
  private static final String ID = "00112233445566aa";

  private final Names names = Names.unique();
  private final KafkaClients clients = KafkaClients.of(TestKafka.bootstrapServers());
  private final ScriptedServer site =
      ScriptedServer.start()
          .on(
              "/feed",
              200,
              XML,
              "<rss version=\"2.0\"><channel><title>Quay</title>"
                  + "<item><guid>1</guid><title>one</title></item></channel></rss>");

  @AfterEach
  void stop() {
    site.close();
  }

  private List<String> poisonedSubscriptions() {
    String good =
        "{\"id\":\"%s\",\"url\":\"%s\",\"tags\":[],\"origin\":\"api\","
            + "\"createdAt\":\"2026-10-02T10:00:00Z\",\"updatedAt\":\"2026-10-02T10:00:00Z\"}";
    return List.of(
        "",
        "null",
        "[]",
        "7",
        "{",
        "{}",
        "\u0000\u0001\uffff",
        "[".repeat(100_000),
        good.formatted("ffffffffffffffff", site.url("/feed")),
        good.formatted(ID, "http://127.0.0.1:1/a b"),
        good.formatted(ID, "javascript:alert(1)"),
        good.formatted(ID, "http://ann:secret@127.0.0.1:1/"),
        good.formatted(ID, site.url("/feed")).replace("[]", "[null]"),
        good.formatted(ID, site.url("/feed")).replace("[]", "null"),
        good.formatted(ID, site.url("/feed")).replace("\"api\"", "\"elsewhere\""));
  }

  private static List<String> poisonedStates(String id) {
    String good =
        "{\"feedId\":\"%s\",\"url\":\"http://127.0.0.1/\",\"status\":\"ok\",".formatted(id);
    return List.of(
        "",
        "null",
        "{}",
        "{",
        "7",
        "[".repeat(100_000),
        good + "\"nextFetchAt\":\"soon\"}",
        good + "\"nextFetchAt\":null}",
        good + "\"nextFetchAt\":\"2026-10-02T10:00:00Z\",\"entries\":[{\"id\":null}]}",
        good + "\"nextFetchAt\":\"2026-10-02T10:00:00Z\",\"entries\":{}}",
        good + "\"nextFetchAt\":\"2026-10-02T10:00:00Z\",\"outcomes\":[null]}",
        good + "\"nextFetchAt\":\"2026-10-02T10:00:00Z\",\"changes\":[null]}",
        good.replace("ok", "splendid") + "\"nextFetchAt\":\"2026-10-02T10:00:00Z\"}");
  }

  private void write(String topic, String key, List<String> values) {
    try (Producer<byte[], byte[]> producer = clients.producer()) {
      for (int partition = 0; partition < 3; partition++) {
        for (String value : values) {
          producer.send(
              new ProducerRecord<>(
                  topic,
                  partition,
                  key.getBytes(StandardCharsets.UTF_8),
                  value.getBytes(StandardCharsets.UTF_8)));
        }
      }
    }
  }

  private static double unusable(RunningFetcher fetcher, String topic) {
    return fetcher
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("newswire_fetcher_records_unusable_total"))
        .filter(line -> line.contains(topic))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndStopsNothing() {
    String id;
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      id = fetcher.subscribe(site.url("/feed"));
      fetcher.awaitPolled(id);

      write(names.feeds(), ID, poisonedSubscriptions());

      String after = fetcher.subscribe(site.url("/other"));
      fetcher.awaitPolled(after);
      assertThat(fetcher.feed(id).at("/status/state").stringValue()).isEqualTo("ok");
      assertThat(fetcher.get("/api/v1/feeds/" + ID).statusCode()).isEqualTo(404);
    }
    write(names.states(), ID, poisonedStates(ID));
    write(names.states(), id, poisonedStates(id).subList(0, 3));
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      fetcher.poll(id);

      assertThat(Topic.values(names.articles())).hasSize(1);
      assertThat(unusable(fetcher, names.feeds()))
          .isGreaterThanOrEqualTo(3.0 * poisonedSubscriptions().size());
      assertThat(unusable(fetcher, names.states()))
          .isGreaterThanOrEqualTo(3.0 * poisonedStates(ID).size());
      assertThat(fetcher.isReady()).isTrue();
    }
  }

  @Test
  void fieldsOfALaterVersionAreNoProblem() {
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      String json =
          ("{\"id\":\"%s\",\"url\":\"%s\",\"tags\":[],\"origin\":\"api\",\"mood\":{\"a\":[1]},"
                  + "\"createdAt\":\"2026-10-02T10:00:00Z\",\"updatedAt\":\"2026-10-02T10:00:00Z\"}")
              .formatted(ID, site.url("/feed"));
      try (Producer<byte[], byte[]> producer = clients.producer()) {
        producer.send(
            new ProducerRecord<byte[], byte[]>(
                names.feeds(),
                0,
                null,
                ID.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                List.of(
                    new RecordHeader(
                        "newswire-moved-state", "{".getBytes(StandardCharsets.UTF_8)))));
      }

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> fetcher.get("/api/v1/feeds/" + ID).statusCode() == 200);
      fetcher.awaitPolled(ID);
      assertThat(fetcher.feed(ID).at("/status/state").stringValue()).isEqualTo("ok");
    }
  }

  @Test
  void theStateOfAnotherFeedIsNotTakenForTheMovedOne() {
    FeedStateDraft other =
        FeedState.pending("ffffffffffffffff", site.url("/feed").toString(), Instant.now()).draft();
    other.entries =
        KnownEntries.of(
            List.of(new KnownEntry(EntryKey.of("1"), 1, 1, 1, Instant.EPOCH, false, null)));
    String url = site.url("/feed").toString();
    Subscription subscription = SubscriptionFixture.subscription(url, Instant.now());
    try (RunningFetcher fetcher = RunningFetcher.start(names);
        Producer<byte[], byte[]> producer = clients.producer()) {
      producer.send(
          new FeedEvents(names.topics(3))
              .movedSubscription(
                  subscription,
                  other.build(),
                  new FeedPartitions(3).of(url),
                  Traceparent.start(new Random())));
      producer.flush();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(Topic.values(names.articles()))
                      .extracting(article -> text(article.get("change")))
                      .containsExactly("new"));
      assertThat(fetcher.feed(subscription.id()).at("/status/state").stringValue()).isEqualTo("ok");
      assertThat(unusable(fetcher, names.feeds())).isPositive();
    }
  }

  @Test
  void topicsThatDoNotFitTogetherAreToldAndWaitedFor() throws Exception {
    try (Admin admin = clients.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(names.feeds(), 3, (short) 1),
                  new NewTopic(names.states(), 2, (short) 1)))
          .all()
          .get();
      try (RunningFetcher fetcher = RunningFetcher.begin(names)) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(fetcher.get("/actuator/health").body())
                        .contains(names.feeds() + " has 3 partitions")
                        .contains(names.states() + " has 2"));
        assertThat(fetcher.isReady()).isFalse();
        assertThat(fetcher.get("/api/v1/feeds").statusCode()).isEqualTo(503);

        admin
            .createPartitions(
                Map.of(names.states(), org.apache.kafka.clients.admin.NewPartitions.increaseTo(3)))
            .all()
            .get();
        await().atMost(Duration.ofSeconds(60)).until(fetcher::isReady);
      }
    }
  }

  @Test
  void aTopicOfSmallRecordsGetsWhatFits() throws Exception {
    String big = "x".repeat(300_000);
    site.on(
        "/big",
        200,
        XML,
        "<rss version=\"2.0\"><channel><title>Quay</title>"
            + IntStream.range(0, 3)
                .mapToObj(
                    i ->
                        "<item><guid>%d</guid><title>t%d</title><description>%s</description></item>"
                            .formatted(i, i, i == 1 ? big : "small"))
                .reduce("", String::concat)
            + "</channel></rss>");
    try (Admin admin = clients.admin()) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(names.articles(), 1, (short) 1)
                      .configs(Map.of("max.message.bytes", "100000"))))
          .all()
          .get();
    }
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      String id = fetcher.subscribe(site.url("/big"));
      fetcher.awaitPolled(id);

      assertThat(fetcher.feed(id).at("/status/state").stringValue()).isEqualTo("ok");
      assertThat(Topic.values(names.articles()))
          .extracting(article -> text(article.at("/entry/title")))
          .containsExactly("t0", "t1", "t2");
      assertThat(Topic.values(names.articles()))
          .extracting(article -> text(article.at("/entry/summary")))
          .containsExactly("small", null, "small");
    }
  }

  private static @Nullable String text(tools.jackson.databind.JsonNode node) {
    return node.isString() ? node.stringValue() : null;
  }
}
