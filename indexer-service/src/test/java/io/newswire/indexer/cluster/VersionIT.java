package io.newswire.indexer.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.IndexerUnderTest;
import io.newswire.indexer.bulk.ScriptedElasticsearch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VersionIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aVersionThatIsNotSupportedIsSaidAndNothingIsWrittenUntilItIsUpgraded() {
    try (ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start();
        IndexerUnderTest indexer =
            new IndexerUnderTest("http://127.0.0.1:" + elasticsearch.port())) {
      elasticsearch.version("8.18.4");
      indexer.publishArticles(1, 3);
      indexer.start();

      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  indexer
                      .service("GET", "/actuator/health")
                      .body()
                      .contains("Elasticsearch 8.18.4 is not supported"));
      assertThat(indexer.service("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
      assertThat(elasticsearch.received()).isEmpty();

      elasticsearch.version("8.19.5");
      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(elasticsearch.received()).isNotEmpty();
    }
  }
}
