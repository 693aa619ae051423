package io.newswire.indexer.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import io.newswire.servers.JavaProcess;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RebuildIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void aRebuildReplacesTheIndexAndGoesOnWithWhatArrives() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create().start()) {
      for (int i = 1; i <= 30; i++) {
        publish(indexer, i, 1);
      }
      await().atMost(PATIENCE).until(indexer::caughtUp);
      // Something that is only in the old index and not in the topic must be gone afterwards.
      indexer.elasticsearch("PUT", "/" + indexer.name + "/_doc/stray?refresh=true", "{}");
      assertThat(indexer.count()).isEqualTo(31);

      HttpResponse<String> started = indexer.service("POST", "/api/v1/rebuilds");
      publish(indexer, 31, 1);
      publish(indexer, 1, 2);

      assertThat(started.statusCode()).isEqualTo(202);
      String location = started.headers().firstValue("location").orElseThrow();
      await().atMost(PATIENCE).until(() -> phase(indexer, location).equals("done"));
      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(indexer.count()).isEqualTo(31);
      assertThat(indexer.document(Articles.id(1)).path("_version").asLong()).isEqualTo(2);
      JsonNode aliases = indexer.elasticsearch("GET", "/" + indexer.name + "-*/_alias", null);
      assertThat(aliases.propertyNames()).containsExactly(indexer.name + "-000002");
      JsonNode settings =
          indexer.elasticsearch("GET", "/" + indexer.name + "/_settings?flat_settings=true", null);
      assertThat(
              settings
                  .path(indexer.name + "-000002")
                  .path("settings")
                  .path("index.refresh_interval")
                  .asString(""))
          .isEqualTo("100ms");
    }
  }

  /** In one index, and in partitions. */
  @ParameterizedTest
  @ValueSource(strings = {"newswire.indexer.concurrency=2", "newswire.indexer.retention.keep=60m"})
  void readersSeeAllArticlesAllTheTime(String setting) throws Exception {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.start(setting, "newswire.indexer.batch.max-articles=50");
      indexer.publishArticles(1, 2000);
      await().atMost(PATIENCE).until(indexer::caughtUp);
      indexer.count(); // Refreshes: from now on all can be found.
      AtomicBoolean over = new AtomicBoolean();
      Set<Long> seen = ConcurrentHashMap.newKeySet();
      Thread reader =
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!over.get()) {
                      seen.add(
                          indexer
                              .elasticsearch("GET", "/" + indexer.name + "/_count", null)
                              .path("count")
                              .asLong(-1));
                    }
                  });

      String location =
          indexer
              .service("POST", "/api/v1/rebuilds")
              .headers()
              .firstValue("location")
              .orElseThrow();
      await().atMost(PATIENCE).until(() -> phase(indexer, location).equals("done"));
      over.set(true);
      reader.join();

      assertThat(seen).containsExactly(2000L);
      assertThat(indexer.indices()).allMatch(index -> index.startsWith(indexer.name + "-000002"));
    }
  }

  @Test
  void aRebuildThatWasKilledGoesOnWhereItWas() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.publishArticles(1, 1500);
      indexer.start();
      await().atMost(PATIENCE).until(indexer::caughtUp);
      indexer.stop();
      // With other partitions than there are it rebuilds by itself; slowly enough to be killed.
      String partitions = "newswire.indexer.retention.keep=60m";
      JavaProcess process =
          indexer.startProcess(
              folder,
              partitions,
              "newswire.indexer.batch.max-articles=5",
              // So soon the broker gives its partitions to the next: as soon as it allows.
              "spring.kafka.consumer.properties.session.timeout.ms=6000");
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> documents(indexer, indexer.name + "-000002*") > 100);
      process.kill();
      indexer.elasticsearch("POST", "/" + indexer.name + "-000002*/_refresh", null);
      assertThat(documents(indexer, indexer.name + "-000002*")).isBetween(100L, 1499L);
      assertThat(indexer.count()).isEqualTo(1500);

      indexer.start(partitions);
      publish(indexer, 1, 2);

      String location = "/api/v1/rebuilds/" + indexer.name + "-000002";
      await().atMost(PATIENCE).until(() -> phase(indexer, location).equals("done"));
      await().atMost(PATIENCE).until(indexer::caughtUp);
      assertThat(indexer.count()).isEqualTo(1500);
      assertThat(indexer.documents(Articles.id(1)).at("/0/_version").asLong()).isEqualTo(2);
      assertThat(indexer.indices()).allMatch(index -> index.startsWith(indexer.name + "-000002-"));
    }
  }

  private static long documents(IndexerUnderTest indexer, String indices) {
    indexer.elasticsearch("POST", "/" + indices + "/_refresh", null);
    return indexer.elasticsearch("GET", "/" + indices + "/_count", null).path("count").asLong(0);
  }

  @Test
  void anInterruptedRebuildIsTakenUpAtTheNextStart() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create().start()) {
      publish(indexer, 1, 1);
      await().atMost(PATIENCE).until(indexer::caughtUp);
      indexer.stop();
      // What an interruption leaves: a newer generation that is not served yet.
      indexer.elasticsearch(
          "PUT",
          "/" + indexer.name + "-000002",
          "{\"aliases\":{\"" + indexer.name + ".building\":{\"is_write_index\":true}}}");

      indexer.start();

      await()
          .atMost(PATIENCE)
          .until(
              () -> phase(indexer, "/api/v1/rebuilds/" + indexer.name + "-000002").equals("done"));
      assertThat(indexer.count()).isEqualTo(1);
    }
  }

  @Test
  void anOlderMappingIsRebuilt() {
    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      indexer.elasticsearch(
          "PUT",
          "/" + indexer.name + "-000001",
          "{\"aliases\":{\"" + indexer.name + "\":{\"is_write_index\":true}}}");
      publish(indexer, 1, 1);

      indexer.start();

      await()
          .atMost(PATIENCE)
          .until(
              () -> phase(indexer, "/api/v1/rebuilds/" + indexer.name + "-000002").equals("done"));
      assertThat(indexer.count()).isEqualTo(1);
    }
  }

  @Test
  void strangersAreRefused() {
    try (IndexerUnderTest indexer =
        IndexerUnderTest.create().start("newswire.api.key=0123456789abcdef")) {
      assertThat(indexer.service("GET", "/api/v1/rebuilds").statusCode()).isEqualTo(401);
      assertThat(
              indexer
                  .service("GET", "/api/v1/rebuilds", "X-API-Key", "0123456789abcdef")
                  .statusCode())
          .isEqualTo(200);
      assertThat(indexer.service("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
    }
  }

  private static void publish(IndexerUnderTest indexer, int number, long version) {
    indexer.publish(Articles.id(number), Articles.article(number, version).toString(), Map.of());
  }

  private static String phase(IndexerUnderTest indexer, String location) {
    HttpResponse<String> response = indexer.service("GET", location);
    return response.statusCode() == 200
        ? JsonMapper.shared().readTree(response.body()).path("phase").asString("")
        : "none";
  }
}
