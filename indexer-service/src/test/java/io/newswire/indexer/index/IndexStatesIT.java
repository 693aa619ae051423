package io.newswire.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.IndexerUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** States of an index that are somebody's to repair: articles wait until they are. */
class IndexStatesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What Elasticsearch does by itself when a disk is nearly full. */
  @Test
  void anIndexThatIsReadOnlyIsWaitedFor() {
    try (IndexerUnderTest indexer = started()) {
      block(indexer, "true");
      indexer.publishArticles(2, 10);

      awaitPaused(indexer, "cluster_block_exception");
      assertThat(indexer.count()).isEqualTo(1);

      block(indexer, "null");
      awaitAll(indexer);
    }
  }

  @Test
  void anIndexThatIsClosedIsWaitedFor() {
    try (IndexerUnderTest indexer = started()) {
      indexer.elasticsearch("POST", "/" + indexer.name + "-000001/_close", null);
      indexer.publishArticles(2, 10);

      awaitPaused(indexer, "index_closed_exception");

      indexer.elasticsearch("POST", "/" + indexer.name + "-000001/_open", null);
      awaitAll(indexer);
    }
  }

  @Test
  void anIndexThatWasRemovedIsMadeAnewWithItsMapping() {
    try (IndexerUnderTest indexer = started()) {
      indexer.elasticsearch("DELETE", "/" + indexer.name + "-000001", null);
      indexer.publishArticles(2, 10);

      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(indexer.count()).isEqualTo(9);
      assertThat(
              indexer
                  .elasticsearch("GET", "/" + indexer.name + "-000001/_mapping", null)
                  .at("/" + indexer.name + "-000001/mappings/properties/publishedAt/type")
                  .asString(""))
          .isEqualTo("date");
      assertThat(indexer.service("POST", "/api/v1/rebuilds").statusCode()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> indexer.count() == 10);
    }
  }

  /** Many shards at once must not leave an article without an index. */
  @Test
  void withPartitionsTooWhatWasRemovedIsMadeAnew() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start("newswire.indexer.retention.keep=24m");
      indexer.publishArticles(1, 1);
      await().atMost(PATIENCE).until(indexer::caughtUp);
      indexer.indices().forEach(index -> indexer.elasticsearch("DELETE", "/" + index, null));
      indexer.publishArticles(2, 10);

      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(indexer.count()).isEqualTo(9);
    }
  }

  private static IndexerUnderTest started() {
    IndexerUnderTest indexer = IndexerUnderTest.create().start();
    indexer.publishArticles(1, 1);
    await().atMost(PATIENCE).until(indexer::caughtUp);
    return indexer;
  }

  private static void block(IndexerUnderTest indexer, String value) {
    indexer.elasticsearch(
        "PUT",
        "/" + indexer.name + "-000001/_settings",
        "{\"index.blocks.read_only_allow_delete\":" + value + "}");
  }

  private static void awaitPaused(IndexerUnderTest indexer, String reason) {
    await()
        .atMost(PATIENCE)
        .until(() -> indexer.service("GET", "/actuator/health").body().contains(reason));
    assertThat(indexer.service("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
    assertThat(indexer.service("GET", "/actuator/prometheus").body())
        .containsPattern("newswire_indexer_paused(\\{[^}]*})? [1-9]");
    assertThat(indexer.caughtUp()).isFalse();
  }

  private static void awaitAll(IndexerUnderTest indexer) {
    await().atMost(PATIENCE).until(indexer::caughtUp);
    assertThat(indexer.count()).isEqualTo(10);
    assertThat(indexer.deadLetters()).isEmpty();
  }
}
