package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
import io.newswire.servers.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeedsInKafkaKafkaTest {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, String> XML = Map.of("Content-Type", "application/rss+xml");

  private final Names names = Names.unique();
  private final ScriptedServer site = ScriptedServer.start();

  @AfterEach
  void stopSite() {
    site.close();
  }

  @Test
  void whatIsPublishedFollowsTheContractAndIsPublishedOnce() throws IOException {
    site.on("/feed", 200, XML, rss("one", "two"));
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      String id = fetcher.subscribe(site.url("/feed"));
      fetcher.awaitPolled(id);
      fetcher.poll(id);
      assertThat(Topic.values(names.articles())).hasSize(2);

      site.on("/feed", 200, XML, rss("one", "two, corrected", "three"));
      fetcher.poll(id);

      List<JsonNode> articles = Topic.values(names.articles());
      assertThat(articles).hasSize(4);
      assertThat(articles)
          .filteredOn(article -> article.get("change").stringValue().equals("updated"))
          .singleElement()
          .satisfies(
              article -> {
                assertThat(article.get("revision").intValue()).isEqualTo(2);
                assertThat(article.at("/entry/title").stringValue()).isEqualTo("two, corrected");
              });
      assertContract(names.articles(), "raw-article", "news.raw-article.v1");
      assertContract(names.states(), "feed-state", "news.feed-state.v1");
      assertContract(names.feeds(), "feed", "news.feed.v1");
    }
  }

  @Test
  void aRestartPublishesNothingAgainAndAsksConditionally() {
    site.on("/feed", 200, Map.of("ETag", "W/\"1\""), rss("one", "two"));
    String id;
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      id = fetcher.subscribe(site.url("/feed"));
      fetcher.awaitPolled(id);
    }
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      fetcher.poll(id);

      assertThat(Topic.values(names.articles())).hasSize(2);
      assertThat(site.requests("/feed").getLast().header("if-none-match")).isEqualTo("W/\"1\"");
    }
  }

  @Test
  void whatAnInstanceDidNotCommitBeforeItDiedIsPublishedOnceByTheNext() {
    site.on("/feed", 200, XML, rss("one", "two"));
    String id;
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      id = fetcher.subscribe(site.url("/missing"));
      fetcher.awaitPolled(id);
    }
    // An instance that wrote state and articles, and died before it could commit them.
    FeedEvents events = new FeedEvents(names.topics(3));
    int partition = new FeedPartitions(3).of(site.url("/feed").toString());
    Producer<byte[], byte[]> dying =
        KafkaClients.of(TestKafka.bootstrapServers())
            .transactionalProducer(names.prefix() + "-" + partition);
    dying.initTransactions();
    dying.beginTransaction();
    dying.send(
        events.state(
            allKnown(id, site.url("/missing").toString()),
            partition,
            Instant.now(),
            Traceparent.start(new Random())));
    dying.flush();
    site.on("/missing", 200, XML, rss("one", "two"));
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      fetcher.poll(id);

      assertThat(Topic.values(names.articles())).hasSize(2);
    } finally {
      dying.close(Duration.ZERO);
    }
  }

  @Test
  void aFeedThatMovesToAnotherPartitionTakesItsStateAlong() {
    site.on("/feed", 200, XML, rss("one", "two"));
    String here = site.url("127.0.0.1", "/feed").toString();
    String there = site.url("localhost", "/feed").toString();
    FeedPartitions partitions = new FeedPartitions(3);
    assertThat(partitions.of(here)).isNotEqualTo(partitions.of(there));
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      String id = fetcher.subscribe(site.url("127.0.0.1", "/feed"));
      fetcher.awaitPolled(id);

      fetcher.patch("/api/v1/feeds/" + id, "{\"url\":\"" + there + "\"}");

      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  fetcher.feed(id).get("partition").intValue() == partitions.of(there)
                      && site.requests("/feed").size() == 2
                      && fetcher.feed(id).at("/status/outcomes").size() == 2);
      assertThat(Topic.values(names.articles())).hasSize(2);
      assertThat(fetcher.feed(id).get("url").stringValue()).isEqualTo(there);
    }
  }

  @Test
  void twoInstancesShareTheFeedsAndOneTakesOverWhatTheOtherLeaves() {
    site.on("/feed", 200, XML, rss("one", "two"));
    try (RunningFetcher first = RunningFetcher.start(names)) {
      String id = first.subscribe(site.url("/feed"));
      first.awaitPolled(id);
      try (RunningFetcher second = RunningFetcher.start(names)) {
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    first.partitions() > 0
                        && second.partitions() > 0
                        && first.partitions() + second.partitions() == 3);
        second.poll(id);
        assertThat(first.feed(id).at("/status/state").stringValue()).isEqualTo("ok");
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> first.partitions() == 3);
      first.poll(id);
      assertThat(Topic.values(names.articles())).hasSize(2);
    }
  }

  private static FeedState allKnown(String feedId, String url) {
    FeedStateDraft draft = FeedState.pending(feedId, url, Instant.now().plusSeconds(3600)).draft();
    draft.entries =
        KnownEntries.of(
            List.of(
                new KnownEntry(EntryKey.of("one"), 1, 1, 1, Instant.EPOCH, false, null),
                new KnownEntry(EntryKey.of("two"), 1, 1, 1, Instant.EPOCH, false, null)));
    return draft.build();
  }

  private static void assertContract(String topic, String schemaName, String type)
      throws IOException {
    Schema schema;
    try (InputStream in =
        FeedsInKafkaKafkaTest.class.getResourceAsStream(
            "/contracts/schemas/" + schemaName + ".schema.json")) {
      assertThat(in).isNotNull();
      schema =
          SCHEMAS.getSchema(
              new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    }
    List<ConsumerRecord<byte[], byte[]>> records = Topic.read(topic);
    assertThat(records).isNotEmpty();
    for (ConsumerRecord<byte[], byte[]> message : records) {
      String key = new String(message.key(), StandardCharsets.UTF_8);
      assertThat(
              schema.validate(
                  new String(message.value(), StandardCharsets.UTF_8), InputFormat.JSON))
          .isEmpty();
      assertThat(Topic.header(message, "ce_specversion")).isEqualTo("1.0");
      assertThat(Topic.header(message, "ce_type")).isEqualTo(type);
      assertThat(Topic.header(message, "ce_source")).isEqualTo("/newswire/fetcher");
      assertThat(Topic.header(message, "ce_subject")).isEqualTo(key);
      assertThat(Topic.header(message, "ce_id")).startsWith(key + "/");
      assertThat(Instant.parse(Topic.header(message, "ce_time"))).isAfter(Instant.EPOCH);
      assertThat(Topic.header(message, "content-type")).isEqualTo("application/json");
      assertThat(Topic.header(message, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
  }

  private static String rss(String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      String id = title.replaceAll(",.*", "");
      items.append(
          "<item><guid>%s</guid><title>%s</title><link>http://127.0.0.1/%s</link></item>"
              .formatted(id, title, id));
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Quay</title>"
        + "<link>http://127.0.0.1/</link><description>News</description>"
        + items
        + "</channel></rss>";
  }
}
