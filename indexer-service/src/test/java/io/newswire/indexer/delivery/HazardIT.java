package io.newswire.indexer.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import io.newswire.servers.ElasticsearchServer;
import io.newswire.servers.JavaProcess;
import io.newswire.servers.KafkaServer;
import io.newswire.servers.TestElasticsearch;
import io.newswire.servers.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is killed or taken away in the middle: nothing is lost, and nothing is there twice. */
class HazardIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int ARTICLES = 3000;
  private static final String SMALL_BATCHES = "newswire.indexer.batch.max-articles=20";

  /** Hundreds of requests are still to come when the first hundred articles can be found. */
  private static final String SMALLEST_BATCHES = "newswire.indexer.batch.max-articles=3";

  /** So soon the broker takes a killed member's partitions away: as soon as it allows. */
  private static final String SHORT_SESSION =
      "spring.kafka.consumer.properties.session.timeout.ms=6000";

  @TempDir Path folder;

  @Test
  void theIndexerIsKilledInTheMiddle() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.publishArticles(1, ARTICLES);
      JavaProcess process = indexer.startProcess(folder, SMALLEST_BATCHES, SHORT_SESSION);
      awaitSome(indexer);
      process.kill();
      assertThat(indexer.caughtUp()).isFalse();

      try (JavaProcess next = indexer.startProcess(folder)) {
        awaitAll(indexer, ARTICLES);
        assertThat(next.isAlive()).isTrue();
      }
    }
  }

  @Test
  void anotherInstanceJoinsAndIsKilled() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start(SMALL_BATCHES, SHORT_SESSION, "newswire.indexer.concurrency=2");
      indexer.publishArticles(1, ARTICLES);
      JavaProcess other =
          indexer.startProcess(
              folder, SMALL_BATCHES, SHORT_SESSION, "newswire.indexer.concurrency=2");
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  indexer.members().size() == 4
                      && indexer.members().values().stream()
                          .allMatch(partitions -> partitions == 1));
      indexer.publishArticles(ARTICLES + 1, 2 * ARTICLES);
      other.kill();

      awaitAll(indexer, 2 * ARTICLES);
    }
  }

  @Test
  void elasticsearchIsKilledInTheMiddle() {
    try (ElasticsearchServer elasticsearch = TestElasticsearch.own(folder.resolve("es"));
        IndexerUnderTest indexer = new IndexerUnderTest(elasticsearch.url())) {
      indexer.start(SMALL_BATCHES);
      indexer.publishArticles(1, ARTICLES);
      awaitSome(indexer);
      elasticsearch.kill();
      await()
          .atMost(PATIENCE)
          .until(() -> indexer.service("GET", "/actuator/health").body().contains("paused since"));
      elasticsearch.restart();

      awaitAll(indexer, ARTICLES);
    }
  }

  @Test
  void theBrokerIsKilledInTheMiddle() {
    try (KafkaServer kafka = TestKafka.own(folder.resolve("kafka"));
        IndexerUnderTest indexer =
            new IndexerUnderTest(TestElasticsearch.url(), kafka.bootstrapServers())) {
      indexer.start(SMALL_BATCHES);
      indexer.publishArticles(1, ARTICLES);
      awaitSome(indexer);
      kafka.kill();
      kafka.restart();
      indexer.publishArticles(ARTICLES + 1, ARTICLES + 100);

      awaitAll(indexer, ARTICLES + 100);
    }
  }

  @Test
  void theTopicIsMadeAnew() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("spring.kafka.consumer.properties.metadata.max.age.ms=1000");
      indexer.publishArticles(1, 100);
      awaitAll(indexer, 100);
      indexer.deleteTopic(indexer.topic);
      indexer.createTopic();
      indexer.publishArticles(101, 120);

      await().atMost(PATIENCE).until(() -> indexer.count() == 120);
    }
  }

  @Test
  void theDeadLetterTopicIsTakenAway() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start(
          "spring.kafka.producer.properties.max.block.ms=500",
          "spring.kafka.producer.properties.metadata.max.age.ms=1000");
      indexer.publishArticles(1, 10);
      awaitAll(indexer, 10);
      indexer.deleteTopic(indexer.deadLetters);
      for (int i = 0; i < 30; i++) {
        indexer.publish(Articles.id(i), "no article " + i, Map.of());
      }

      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(indexer.deadLetters()).hasSize(30);
    }
  }

  /** With the heap that the README starts the service with. */
  @Test
  void articlesOfManyMegabytesFitIntoTheHeap() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create();
        JavaProcess process = indexer.startProcess(folder)) {
      indexer.publishArticles(1, 10);
      String body = "Tide tables and timetables. ".repeat(35_000);
      String html = "<p>Tide tables and timetables.</p>".repeat(140_000);
      for (int number = 11; number <= 18; number++) {
        ObjectNode article = Articles.article(number, 1).put("body", body).put("bodyHtml", html);
        indexer.publish(Articles.id(number), article.toString(), Map.of());
      }

      awaitAll(indexer, 18);
      assertThat(process.isAlive()).isTrue();
    }
  }

  /** A node takes a tenth of its heap at once, and counts what it writes several times. */
  @Test
  void anArticleThatIsMoreThanTheNodeTakesHoldsNothingUp() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start();
      String text = "Tide tables and timetables. ".repeat(270_000);
      ObjectNode huge = Articles.article(1, 1).put("body", text).put("bodyHtml", text);
      indexer.publish(Articles.id(1), huge.toString(), Map.of());
      indexer.publishArticles(2, 50);

      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(indexer.count()).isEqualTo(49);
      assertThat(indexer.deadLetters())
          .singleElement()
          .satisfies(
              letter ->
                  assertThat(new String(letter.headers().lastHeader("dlt-reason").value(), UTF_8))
                      .isEqualTo("too-large"));
    }
  }

  private static void awaitSome(IndexerUnderTest indexer) {
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> indexer.count() > 100);
  }

  private static void awaitAll(IndexerUnderTest indexer, int articles) {
    await().atMost(PATIENCE).until(indexer::caughtUp);
    assertThat(indexer.count()).isEqualTo(articles);
    assertThat(indexer.deadLetters()).isEmpty();
  }
}
