package io.newswire.indexer.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final IndexerUnderTest indexer = IndexerUnderTest.create();

  @BeforeAll
  void start() {
    indexer.start();
  }

  @AfterAll
  void close() {
    indexer.close();
  }

  @Test
  void theDocumentIsTheEvent() {
    ObjectNode article = Articles.example("article");
    publish(article);

    awaitCaughtUp();

    JsonNode document = indexer.document(id(article));
    assertThat(document.path("_source")).isEqualTo(article);
    assertThat(document.path("_version").asLong()).isEqualTo(article.path("version").asLong());
    assertThat(
            indexer
                .search(
                    "{\"query\":{\"bool\":{\"must\":{\"match\":{\"text.en.body\":\"replacing\"}},"
                        + "\"filter\":{\"ids\":{\"values\":[\"%s\"]}}}}}".formatted(id(article)))
                .at("/hits/total/value")
                .asInt(0))
        .isEqualTo(1);
  }

  @Test
  void anOlderOrRepeatedEventChangesNothing() {
    publish(Articles.article(1, 200));
    publish(Articles.article(1, 100));
    publish(Articles.article(1, 200).put("title", "Said twice with one version"));

    awaitCaughtUp();

    assertThat(indexer.document(Articles.id(1)).at("/_source/title").asString(""))
        .isEqualTo("Article 1 in version 200");
  }

  @Test
  void aWithdrawnArticleStaysMarkedAndWithoutContent() {
    publish(Articles.article(2, 1));
    publish(Articles.withdrawal(2, 2));

    awaitCaughtUp();

    JsonNode source = indexer.document(Articles.id(2)).path("_source");
    assertThat(source.path("change").asString("")).isEqualTo("withdrawn");
    assertThat(source.has("body")).isFalse();
  }

  @Test
  void aTombstoneErasesTheVersionItNames() {
    publish(Articles.article(3, 7));
    indexer.publish(Articles.id(3), null, Map.of("ce_id", Articles.id(3) + "/7"));

    awaitCaughtUp();

    assertThat(indexer.document(Articles.id(3)).path("found").asBoolean(true)).isFalse();
  }

  @Test
  void whatElasticsearchRejectsIsADeadLetterByteForByteAndTheRestIsIndexed() {
    String bad = Articles.article(4, 1).put("publishedAt", "yesterday").toString();
    publish(Articles.article(5, 1));
    indexer.publish(
        Articles.id(4),
        bad,
        Map.of(
            "ce_id",
            Articles.id(4) + "/1",
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    publish(Articles.article(6, 1));

    awaitCaughtUp();

    ConsumerRecord<byte[], byte[]> letter = deadLetter(Articles.id(4));
    assertThat(new String(letter.value(), UTF_8)).isEqualTo(bad);
    assertThat(header(letter, "ce_id")).isEqualTo(Articles.id(4) + "/1");
    assertThat(header(letter, "dlt-reason")).isEqualTo("rejected-by-elasticsearch");
    assertThat(header(letter, "dlt-message")).contains("publishedAt").contains("yesterday");
    assertThat(header(letter, "dlt-topic")).isEqualTo(indexer.topic);
    assertThat(header(letter, "dlt-service")).isEqualTo("indexer");
    assertThat(indexer.document(Articles.id(5)).path("found").asBoolean(false)).isTrue();
    assertThat(indexer.document(Articles.id(6)).path("found").asBoolean(false)).isTrue();
  }

  @Test
  void whatIsNoArticleIsADeadLetter() {
    indexer.publish("some-key", "{\"not\": \"an article\"", Map.of());
    indexer.publish(Articles.id(7), "[1, 2]", Map.of());

    awaitCaughtUp();

    assertThat(header(deadLetter("some-key"), "dlt-reason")).isEqualTo("key-invalid");
    assertThat(header(deadLetter(Articles.id(7)), "dlt-reason")).isEqualTo("not-an-article");
  }

  @Test
  void anEventNearlyAsLargeAsARecordMayBeIsIndexed() {
    ObjectNode article = Articles.article(8, 1).put("bodyHtml", "x".repeat(900_000));
    publish(article);

    awaitCaughtUp();

    assertThat(indexer.document(Articles.id(8)).at("/_source/bodyHtml").asString(""))
        .hasSize(900_000);
  }

  @Test
  void metricsAndHealthTellWhatHappened() {
    publish(Articles.article(9, 1));
    awaitCaughtUp();

    assertThat(indexer.service("GET", "/actuator/prometheus").body())
        .containsPattern("newswire_indexer_articles_total\\{outcome=\"indexed\"[^}]*} [1-9]")
        .contains("newswire_indexer_lag")
        .containsPattern("newswire_indexer_latency_seconds_count\\{from=\"fetch\"[^}]*} [1-9]");
    assertThat(indexer.service("GET", "/actuator/health/readiness").body())
        .contains("\"status\":\"UP\"");
  }

  @Test
  void everyMetricOfTheReadmeIsThere() throws IOException {
    publish(Articles.article(10, 1));
    indexer.publish(Articles.id(11), "[]", Map.of());
    awaitCaughtUp();
    Path readme =
        Path.of(System.getProperty("newswire.root", ".."), "indexer-service", "README.md");
    List<String> metrics =
        Pattern.compile("`(newswire_indexer_[a-z_]+)")
            .matcher(Files.readString(readme))
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();

    String exposed = indexer.service("GET", "/actuator/prometheus").body();

    assertThat(metrics).hasSizeGreaterThan(10);
    assertThat(metrics).allSatisfy(metric -> assertThat(exposed).contains("\n" + metric));
  }

  private void publish(ObjectNode article) {
    indexer.publish(id(article), article.toString(), Map.of());
  }

  private static String id(ObjectNode article) {
    return article.path("id").asString("");
  }

  private void awaitCaughtUp() {
    await().atMost(PATIENCE).until(indexer::caughtUp);
  }

  private ConsumerRecord<byte[], byte[]> deadLetter(String key) {
    List<ConsumerRecord<byte[], byte[]>> found =
        indexer.deadLetters().stream()
            .filter(record -> new String(record.key(), UTF_8).equals(key))
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
