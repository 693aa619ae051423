package io.newswire.indexer.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RetentionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("uuuu.MM");
  private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);

  @Test
  void anArticleStaysOneDocumentWhenItsNextRevisionNamesAnotherMonth() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("newswire.indexer.retention.keep=12m");
      publish(indexer, Articles.article(1, 10), 3);
      publish(indexer, Articles.article(2, 10), 3);
      awaitCaughtUp(indexer);
      publish(indexer, Articles.article(1, 11), 0);
      publish(indexer, Articles.article(2, 9), 0);
      awaitCaughtUp(indexer);

      assertDocument(indexer, 1, 11, NOW);
      assertDocument(indexer, 2, 10, NOW.minusMonths(3));
      assertThat(indexer.count()).isEqualTo(2);
      assertThat(indexer.service("GET", "/actuator/prometheus").body())
          .containsPattern("newswire_indexer_articles_total\\{outcome=\"stale\"[^}]*} 1");
    }
  }

  @Test
  void aTombstoneErasesInWhateverPartition() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("newswire.indexer.retention.keep=12m");
      publish(indexer, Articles.article(1, 10), 5);
      publish(indexer, Articles.article(2, 10), 0);
      awaitCaughtUp(indexer);
      for (int number = 1; number <= 2; number++) {
        String id = Articles.id(number);
        indexer.publish(id, null, Map.of("ce_id", id + "/10"));
      }
      awaitCaughtUp(indexer);

      assertThat(indexer.count()).isZero();
    }
  }

  @Test
  void whatIsOverIsDroppedWholeAndNoReplayBringsItBack() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("newswire.indexer.retention.keep=12m");
      publish(indexer, Articles.article(1, 10), 6);
      publish(indexer, Articles.article(2, 10), 1);
      publish(indexer, Articles.article(3, 10), 300);
      awaitCaughtUp(indexer);
      assertThat(indexer.count()).isEqualTo(2);
      assertThat(indexer.indices())
          .containsExactly(index(indexer, 1, 6), index(indexer, 1, 1), index(indexer, 1, 0));
      indexer.stop();

      indexer.start(
          "newswire.indexer.retention.keep=2m",
          "newswire.indexer.retention.check-interval=200ms",
          // All of the topic once more, as after offsets were lost.
          "spring.kafka.consumer.group-id=" + indexer.name + "-again");

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(indexer.service("GET", "/actuator/prometheus").body())
                      .containsPattern("articles_total\\{outcome=\"expired\"[^}]*} 2")
                      .containsPattern("partitions_dropped_total(\\{[^}]*})? 1"));
      assertThat(indexer.indices()).containsExactly(index(indexer, 1, 1), index(indexer, 1, 0));
      assertThat(indexer.count()).isEqualTo(1);
      assertDocument(indexer, 2, 10, NOW.minusMonths(1));
    }
  }

  @Test
  void changingTheRetentionRebuildsTheIndexWithOtherPartitions() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start();
      publish(indexer, Articles.article(1, 10), 6);
      publish(indexer, Articles.article(2, 10), 1);
      awaitCaughtUp(indexer);
      assertThat(indexer.indices()).containsExactly(indexer.name + "-000001");
      indexer.stop();

      indexer.start("newswire.indexer.retention.keep=3m");
      awaitRebuilt(indexer, 2);
      publish(indexer, Articles.article(3, 10), 2);
      awaitCaughtUp(indexer);

      assertThat(indexer.indices())
          .containsExactly(index(indexer, 2, 2), index(indexer, 2, 1), index(indexer, 2, 0));
      assertThat(indexer.count()).isEqualTo(2);
      JsonNode settings =
          indexer.elasticsearch(
              "GET", "/" + index(indexer, 2, 1) + "/_settings?flat_settings=true", null);
      assertThat(
              settings
                  .path(index(indexer, 2, 1))
                  .path("settings")
                  .path("index.refresh_interval")
                  .asString(""))
          .isEqualTo("100ms");
      indexer.stop();

      indexer.start();
      awaitRebuilt(indexer, 3);
      publish(indexer, Articles.article(4, 10), 0);
      awaitCaughtUp(indexer);

      assertThat(indexer.indices()).containsExactly(indexer.name + "-000003");
      assertThat(indexer.count()).isEqualTo(4);
    }
  }

  private static void publish(IndexerUnderTest indexer, ObjectNode article, int monthsAgo) {
    String month = NOW.minusMonths(monthsAgo).toString();
    article.put("firstSeenAt", month + "-01T00:00:00Z");
    indexer.publish(article.path("id").asString(""), article.toString(), Map.of());
  }

  private static void awaitCaughtUp(IndexerUnderTest indexer) {
    await().atMost(PATIENCE).until(indexer::caughtUp);
  }

  private static void awaitRebuilt(IndexerUnderTest indexer, int generation) {
    String path = "/api/v1/rebuilds/%s-%06d".formatted(indexer.name, generation);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                JsonMapper.shared()
                    .readTree(indexer.service("GET", path).body())
                    .path("phase")
                    .asString("")
                    .equals("done"));
  }

  private static String index(IndexerUnderTest indexer, int generation, int monthsAgo) {
    String label = NOW.minusMonths(monthsAgo).format(LABEL);
    return "%s-%06d-%s".formatted(indexer.name, generation, label);
  }

  private static void assertDocument(
      IndexerUnderTest indexer, int number, long version, YearMonth month) {
    JsonNode documents = indexer.documents(Articles.id(number));
    assertThat(documents.size()).isEqualTo(1);
    assertThat(documents.at("/0/_version").asLong()).isEqualTo(version);
    assertThat(documents.at("/0/_index").asString("")).endsWith("-" + month.format(LABEL));
  }
}
