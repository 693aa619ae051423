package io.newswire.indexer.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.IndexerUnderTest;
import io.newswire.indexer.bulk.ScriptedElasticsearch;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The guard of the API, asked over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiGuardIT {

  private static final String REBUILDS = "/api/v1/rebuilds";
  private static final String KEY = "0123456789abcdef";

  private final ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start();

  @AfterAll
  void close() {
    elasticsearch.close();
  }

  @Test
  void withAKeyNothingIsDoneWithoutIt() {
    try (IndexerUnderTest indexer = indexer("newswire.api.key=" + KEY)) {
      HttpResponse<String> refused = indexer.service("POST", REBUILDS);
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.headers().firstValue("content-type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      assertThat(indexer.service("GET", REBUILDS, "X-API-Key", KEY + "x").statusCode())
          .isEqualTo(401);
      assertThat(indexer.service("DELETE", REBUILDS + "/x").statusCode()).isEqualTo(401);

      HttpResponse<String> allowed = indexer.service("GET", REBUILDS, "X-API-Key", KEY);
      assertThat(allowed.statusCode()).isEqualTo(200);
      assertThat(allowed.body()).isEqualTo("[]");
      assertThat(indexer.service("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(indexer.service("GET", "/actuator/prometheus").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutAKeyAPageOfAnotherSiteIsRefused() {
    try (IndexerUnderTest indexer = indexer()) {
      assertThat(indexer.service("GET", REBUILDS).statusCode()).isEqualTo(200);
      assertThat(
              indexer.service("POST", REBUILDS, "Origin", "https://elsewhere.example").statusCode())
          .isEqualTo(403);
      assertThat(indexer.service("GET", REBUILDS).body()).isEqualTo("[]");
    }
  }

  @Test
  void whatIsNotThereIsSaidAsAProblem() {
    try (IndexerUnderTest indexer = indexer()) {
      HttpResponse<String> missing = indexer.service("GET", REBUILDS + "/none");
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.body()).contains("This instance has no rebuild of that index.");
      assertThat(indexer.service("DELETE", REBUILDS + "/none").statusCode()).isEqualTo(404);
    }
  }

  private IndexerUnderTest indexer(String... settings) {
    return new IndexerUnderTest("http://127.0.0.1:" + elasticsearch.port()).start(settings);
  }
}
