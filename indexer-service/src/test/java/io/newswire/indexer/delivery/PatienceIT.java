package io.newswire.indexer.delivery;

import static io.newswire.indexer.bulk.ScriptedElasticsearch.error;
import static io.newswire.indexer.bulk.ScriptedElasticsearch.items;
import static io.newswire.indexer.bulk.ScriptedElasticsearch.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import io.newswire.indexer.bulk.ScriptedElasticsearch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatienceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void onlyWhatMayStillSucceedIsSentAgain() {
    try (ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start();
        IndexerUnderTest indexer =
            new IndexerUnderTest("http://127.0.0.1:" + elasticsearch.port())) {
      String busy = Articles.id(1);
      ScriptedElasticsearch.Answer once =
          items(id -> id.equals(busy) ? error(429, "es_rejected_execution_exception") : null);
      elasticsearch.then(once, once, once);
      publish(indexer, busy);
      for (int i = 2; i <= 9; i++) {
        publish(indexer, Articles.id(i));
      }

      indexer.start("newswire.indexer.concurrency=1");
      await().atMost(PATIENCE).until(indexer::caughtUp);

      List<String> sent =
          elasticsearch.received().stream().flatMap(request -> request.ids().stream()).toList();
      assertThat(sent).filteredOn(busy::equals).hasSizeGreaterThan(1);
      assertThat(sent).filteredOn(id -> !id.equals(busy)).hasSize(8).doesNotHaveDuplicates();
    }
  }

  @Test
  void whileElasticsearchIsAwayTheConsumerKeepsItsPartitionsAndHealthSaysSo() {
    AtomicBoolean away = new AtomicBoolean(true);
    ScriptedElasticsearch.Answer answer =
        ids -> away.get() ? json(503, "{}") : items(id -> null).apply(ids);
    try (ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start();
        IndexerUnderTest indexer =
            new IndexerUnderTest("http://127.0.0.1:" + elasticsearch.port())) {
      for (int i = 0; i < 200; i++) {
        elasticsearch.then(answer);
      }
      publish(indexer, Articles.id(1));
      // Shorter than the wait: a consumer that did not poll on would be put out of its group.
      indexer.start(
          "newswire.indexer.concurrency=1",
          "spring.kafka.consumer.properties.max.poll.interval.ms=2000",
          "spring.kafka.consumer.properties.session.timeout.ms=6000",
          "newswire.indexer.retry.max=8s",
          "newswire.indexer.retry.initial=4s");

      await()
          .atMost(PATIENCE)
          .until(() -> indexer.service("GET", "/actuator/health").body().contains("paused since"));
      assertThat(indexer.service("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
      assertThat(indexer.service("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
      await().atMost(PATIENCE).until(() -> elasticsearch.received().size() >= 3);
      // What comes meanwhile is seen to pile up, although nothing is fetched.
      for (int i = 0; i < 25; i++) {
        publish(indexer, Articles.id(1));
      }
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  indexer
                      .service("GET", "/actuator/prometheus")
                      .body()
                      .lines()
                      .anyMatch(line -> line.matches("newswire_indexer_lag(\\{.*})? 26\\.0")));
      away.set(false);

      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(
              elasticsearch.received().stream()
                  .map(ScriptedElasticsearch.Received::ids)
                  .flatMap(List::stream)
                  .distinct()
                  .toList())
          .containsExactly(Articles.id(1));
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  indexer.service("GET", "/actuator/health/liveness").statusCode() == 200
                      && !indexer
                          .service("GET", "/actuator/health")
                          .body()
                          .contains("paused since"));
    }
  }

  private static void publish(IndexerUnderTest indexer, String id) {
    String event = Articles.article(1, 1).put("id", id).toString();
    indexer.publish(id, event, Map.of());
  }
}
