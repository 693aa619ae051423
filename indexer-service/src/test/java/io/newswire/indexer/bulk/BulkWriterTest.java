package io.newswire.indexer.bulk;

import static io.newswire.indexer.bulk.ScriptedElasticsearch.error;
import static io.newswire.indexer.bulk.ScriptedElasticsearch.items;
import static io.newswire.indexer.bulk.ScriptedElasticsearch.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.indexer.Articles;
import io.newswire.indexer.article.ArticleReader;
import io.newswire.indexer.article.ArticleRecord.Write;
import io.newswire.indexer.bulk.ItemOutcome.Indexed;
import io.newswire.indexer.bulk.ItemOutcome.Rejected;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.bulk.ItemOutcome.Stale;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkWriterTest {

  private static final List<BulkItem> FOUR =
      IntStream.range(0, 4).mapToObj(BulkWriterTest::article).toList();

  private final ScriptedElasticsearch server = ScriptedElasticsearch.start();
  private final Rest5Client client =
      Rest5Client.builder(URI.create("http://127.0.0.1:" + server.port()))
          .setRequestConfigCallback(
              config -> config.setResponseTimeout(Timeout.ofMilliseconds(700)))
          .setConnectionConfigCallback(
              config -> config.setSocketTimeout(Timeout.ofMilliseconds(700)))
          .build();
  private final BulkWriter writer = writer(100, 1_000_000);

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void everyItemHasItsOwnEnd() {
    server.then(
        items(
            id ->
                switch (id.charAt(31)) {
                  case '0' -> error(429, "es_rejected_execution_exception");
                  case '1' -> error(409, "version_conflict_engine_exception");
                  case '2' -> error(400, "document_parsing_exception");
                  default -> null;
                }));

    assertThat(writer.write(FOUR))
        .containsExactly(
            new Retryable(429, "es_rejected_execution_exception", "scripted"),
            new Stale(),
            new Rejected(400, "document_parsing_exception", "scripted"),
            new Indexed());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 405, 408, 429, 500, 502, 503, 504})
  void anErrorThatIsNotTheArticlesFaultPasses(int status) {
    server.then(ids -> json(status, "{\"error\":{\"type\":\"t\",\"reason\":\"r\"}}"));

    assertThat(writer.write(FOUR)).hasSize(4).allMatch(Retryable.class::isInstance);
  }

  @Test
  void whatIsTooLargeIsSplitUntilItFits() {
    ScriptedElasticsearch.Answer tooLarge = ids -> json(413, "<html>too large</html>");
    server.then(tooLarge, tooLarge);

    assertThat(writer.write(FOUR)).hasSize(4).allMatch(Indexed.class::isInstance);
    assertThat(server.received().stream().map(request -> request.ids().size()))
        .containsExactly(4, 2, 1, 1, 2);
  }

  @Test
  void oneArticleThatIsTooLargeIsRejectedAlone() {
    ScriptedElasticsearch.Answer tooLarge = ids -> json(413, "");
    server.then(tooLarge, tooLarge, tooLarge);

    List<ItemOutcome> outcomes = writer.write(FOUR);

    assertThat(outcomes.getFirst())
        .isInstanceOfSatisfying(
            Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(413));
    assertThat(outcomes.subList(1, 4)).allMatch(Indexed.class::isInstance);
  }

  /** As Elasticsearch 8.19 and 9.5 say it, in this order. */
  @ParameterizedTest
  @CsvSource({
    "60,60,max_coordinating_and_primary_bytes=100",
    "10,120,max_primary_bytes=100",
    "25,100,max_primary_bytes=110"
  })
  void whatIsMoreThanTheNodeTakesIsSplitAndAloneRejected(int others, int operation, String limit) {
    ScriptedElasticsearch.Answer never = items(id -> pressure(others, operation, limit));
    server.then(never, never, never);

    List<ItemOutcome> outcomes = writer.write(FOUR);

    assertThat(outcomes.getFirst())
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.status()).isEqualTo(413);
              assertThat(rejected.reason()).contains("primary_operation_bytes=" + operation);
            });
    assertThat(outcomes.subList(1, 4)).allMatch(Indexed.class::isInstance);
  }

  @Test
  void whatIsRefusedBecauseOfOthersPasses() {
    server.then(
        items(id -> pressure(90, 40, "max_primary_bytes=100")),
        items(id -> pressure(30, 80, "max_primary_bytes=100")));

    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
    assertThat(server.received()).hasSize(2);
  }

  private static String pressure(int others, int operation, String limit) {
    return """
    {"status":429,"error":{"type":"es_rejected_execution_exception","reason":"rejected execution of primary operation \
    [coordinating_and_primary_bytes=%d, replica_bytes=0, all_bytes=%d, primary_operation_bytes=%d, \
    %s]"}}\
    """
        .formatted(others, others, operation, limit);
  }

  @Test
  void aRequestThatElasticsearchCannotReadIsSplitToFindTheArticle() {
    ScriptedElasticsearch.Answer bad =
        ids -> json(400, "{\"error\":{\"type\":\"x_content_parse_exception\",\"reason\":\"r\"}}");
    server.then(bad, bad, bad);

    assertThat(writer.write(FOUR))
        .containsExactly(
            new Rejected(400, "x_content_parse_exception", "r"),
            new Indexed(),
            new Indexed(),
            new Indexed());
  }

  @Test
  void aBadRequestThatIsNotElasticsearchsOwnWordPasses() {
    server.then(ids -> json(400, "<html>Bad gateway configuration</html>"));

    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
  }

  @Test
  void aConnectionThatEndsWithoutAnAnswerPasses() {
    server.then(ids -> null);

    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
    assertThat(writer.write(FOUR)).allMatch(Indexed.class::isInstance);
  }

  @Test
  void anAnswerThatEndsInTheMiddlePasses() {
    server.then(
        ids -> "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"errors\":fal".getBytes(UTF_8),
        ids -> json(200, "{\"errors\":false,\"items\":[{\"index\":{\"status\":201}}]}"));

    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
    assertThat(writer.write(FOUR)).allMatch(Indexed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Welcome</html>",
        "",
        "null",
        "[]",
        "{}",
        "{\"items\":\"none\"}",
        "\u0000\u0001"
      })
  void anAnswerThatMakesNoSensePasses(String body) {
    server.then(ids -> json(200, body));

    assertThat(writer.write(FOUR)).hasSize(4).allMatch(Retryable.class::isInstance);
    assertThat(writer.write(FOUR)).allMatch(Indexed.class::isInstance);
  }

  @Test
  void aServerThatIsNotThereMayComeBack() {
    server.close();

    assertThat(writer.write(FOUR)).hasSize(4).allMatch(Retryable.class::isInstance);
  }

  @Test
  void itemsOfSeveralIndicesSayWhereTheyGo() {
    List<BulkItem> two =
        List.of(
            new BulkItem(FOUR.get(0).write(), "a.write"),
            new BulkItem(FOUR.get(1).write(), "b.write"));
    server.then(items(id -> id.endsWith("1") ? error(503, "unavailable_shards_exception") : null));

    assertThat(writer.write(two))
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(Indexed.class),
            second -> assertThat(second).isInstanceOf(Retryable.class));
    assertThat(server.received().getFirst().ids()).containsExactly(Articles.id(0), Articles.id(1));
  }

  @Test
  void hugeRequestsGoOneAfterTheOther() throws InterruptedException {
    BulkWriter narrow = writer(100, 1024);
    CountDownLatch both = new CountDownLatch(2);
    AtomicReference<@Nullable Boolean> overlapped = new AtomicReference<>();
    ScriptedElasticsearch.Answer counting =
        ids -> {
          both.countDown();
          overlapped.compareAndSet(null, awaited(both, Duration.ofMillis(200)));
          return items(id -> null).apply(ids);
        };
    server.then(counting, counting, counting, counting);
    byte[] json =
        Articles.article(1, 1).put("bodyHtml", "x".repeat(10_000)).toString().getBytes(UTF_8);
    Write huge = (Write) new ArticleReader().read(Articles.id(1).getBytes(UTF_8), json, null, 0);

    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      senders.add(
          Thread.ofVirtual().start(() -> narrow.write(List.of(new BulkItem(huge, "articles")))));
    }
    for (Thread sender : senders) {
      sender.join();
    }

    assertThat(server.received()).hasSize(4);
    assertThat(overlapped).hasValue(false);
  }

  @Test
  void anAnswerThatTakesTooLongPasses() {
    CountDownLatch over = new CountDownLatch(1);
    server.then(ids -> awaited(over, Duration.ofMinutes(1)) ? null : json(200, "{}"));

    assertThat(writer.write(FOUR)).allMatch(Retryable.class::isInstance);
    over.countDown();
  }

  private static boolean awaited(CountDownLatch latch, Duration limit) {
    try {
      return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void requestsAreBoundedByCountAndByBytes() {
    writer(3, 1_000_000).write(FOUR);
    long two = 2 * BulkBody.weight(FOUR.getFirst());
    writer(100, two).write(FOUR);

    assertThat(server.received().stream().map(request -> request.ids().size()))
        .containsExactly(3, 1, 2, 2);
  }

  @Test
  void afterARequestThatFailedAsAWholeTheRestIsNotSent() {
    server.then(ids -> json(503, "{}"));

    assertThat(writer(2, 1_000_000).write(FOUR)).hasSize(4).allMatch(Retryable.class::isInstance);
    assertThat(server.received()).hasSize(1);
  }

  private BulkWriter writer(int articles, long bytes) {
    return new BulkWriter(
        client, new BulkLimits(articles, bytes), new BulkMetrics(new SimpleMeterRegistry()));
  }

  private static BulkItem article(int number) {
    byte[] value = Articles.article(number, 1).toString().getBytes(UTF_8);
    Write write =
        (Write) new ArticleReader().read(Articles.id(number).getBytes(UTF_8), value, null, 0);
    return new BulkItem(write, "articles");
  }
}
