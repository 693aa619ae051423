package io.newswire.parser.listen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.parser.Contract;
import io.newswire.parser.ParserApplication;
import io.newswire.servers.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ParserKafkaTest {

  private static final String KEY = "5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b";
  private static final String SUBMISSION_KEY = "a1b2c3d4e5f60718-1f2e3d4c5b6a79880123456789abcdef";
  private static final String ARTICLE_ID = "f29cbb72f0414b774e1b7f64c3613c79";
  private static final Duration SOON = Duration.ofSeconds(90);

  private final String run = UUID.randomUUID().toString();
  private final String rawArticles = "raw-" + run;
  private final String deadLetters = "raw-dlt-" + run;
  private final String articles = "articles-" + run;
  private final String group = "parser-" + run;
  private final Admin admin =
      Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "acks", "all"),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private @Nullable ConfigurableApplicationContext parser;

  @BeforeEach
  void createTheInput() throws Exception {
    admin.createTopics(List.of(new NewTopic(rawArticles, 1, (short) 1))).all().get();
  }

  @AfterEach
  void stop() {
    stopParser();
    producer.close();
    admin.close();
  }

  @Test
  void everyRawArticleBecomesAnArticleOfTheContract() throws Exception {
    startParser();
    send(KEY, Contract.example("raw-article.json"));
    send(KEY, Contract.example("raw-article.page.json"));
    send(SUBMISSION_KEY, Contract.example("raw-article.submission.json"));
    send(KEY, Contract.example("raw-article.withdrawn.json"));

    List<ConsumerRecord<byte[], byte[]>> published = read(articles, 4);
    assertThat(published).allSatisfy(r -> assertThat(Contract.violations(r.value())).isEmpty());
    ConsumerRecord<byte[], byte[]> first =
        published.stream()
            .filter(r -> header(r, "ce_id").equals(ARTICLE_ID + "/1790935200000"))
            .findFirst()
            .orElseThrow();
    assertThat(new String(first.key(), UTF_8)).isEqualTo(ARTICLE_ID);
    assertThat(headers(first))
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", "news.article.v1")
        .containsEntry("ce_source", "/newswire/parser")
        .containsEntry("ce_time", "2026-10-02T10:00:00Z")
        .containsEntry("ce_subject", ARTICLE_ID)
        .containsEntry("content-type", "application/json");
    assertThat(header(first, "traceparent"))
        .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
        .endsWith("-01")
        .doesNotContain("b7ad6b7169203331");
  }

  @Test
  void aReplayGivesTheSameBytes() throws Exception {
    startParser();
    send(KEY, Contract.example("raw-article.page.json"));
    send(KEY, Contract.example("raw-article.page.json"));

    List<ConsumerRecord<byte[], byte[]>> published = read(articles, 2);
    assertThat(published.get(1).value()).isEqualTo(published.get(0).value());
    assertThat(headers(published.get(1))).isEqualTo(headers(published.get(0)));
  }

  @Test
  void badRecordsAreKeptByteForByteAndHoldNothingUp() throws Exception {
    byte[] poison = {(byte) 0xff, 0x00, '{', (byte) 0xfe};
    startParser();
    send(KEY, poison);
    send("elsewhere", Contract.example("raw-article.json"));
    send(null, Contract.example("raw-article.json"));
    send(KEY, "{\"entryId\":5}".getBytes(UTF_8));
    send(KEY, null);
    send(KEY, Contract.example("raw-article.json"));

    assertThat(read(articles, 1)).hasSize(1);
    List<ConsumerRecord<byte[], byte[]>> dead = read(deadLetters, 4);
    assertThat(dead.stream().map(r -> header(r, "dlt-reason")).toList())
        .containsExactlyInAnyOrder(
            "not-json", "key-mismatch", "missing-key", "invalid-raw-article");
    ConsumerRecord<byte[], byte[]> first =
        dead.stream()
            .filter(r -> header(r, "dlt-reason").equals("not-json"))
            .findFirst()
            .orElseThrow();
    assertThat(HexFormat.of().formatHex(first.value())).isEqualTo(HexFormat.of().formatHex(poison));
    assertThat(new String(first.key(), UTF_8)).isEqualTo(KEY);
    assertThat(headers(first))
        .containsEntry("dlt-topic", rawArticles)
        .containsEntry("dlt-partition", "0")
        .containsEntry("dlt-offset", "0")
        .containsEntry("dlt-service", "newswire-parser")
        .containsEntry("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .containsKeys("dlt-message", "dlt-timestamp");
    await().atMost(SOON).untilAsserted(() -> assertThat(committed()).isEqualTo(6));
  }

  @Test
  void offsetsAreCommittedOnlyAfterTheAcknowledgementAndARestartGoesOnThere() throws Exception {
    startParser();
    send(KEY, Contract.example("raw-article.json"));
    read(articles, 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(committed()).isEqualTo(1));

    // Without its topic nothing is acknowledged: the parser waits, says so, and commits nothing.
    admin.deleteTopics(List.of(articles)).all().get();
    send(KEY, Contract.example("raw-article.page.json"));
    await().atMost(SOON).untilAsserted(() -> assertThat(health()).contains("DOWN"));
    assertThat(committed()).isEqualTo(1);
    stopParser();
    assertThat(committed()).isEqualTo(1);

    startParser();
    List<ConsumerRecord<byte[], byte[]>> published = read(articles, 1);
    assertThat(header(published.getFirst(), "ce_id")).isEqualTo(ARTICLE_ID + "/1790938800000");
    await().atMost(SOON).untilAsserted(() -> assertThat(committed()).isEqualTo(2));
    assertThat(health()).contains("UP");
  }

  @Test
  void aBatchThatIsUndoneIsSeenOnce() throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic(articles, 1, (short) 1).configs(Map.of("max.message.bytes", "20000"))))
        .all()
        .get();
    send(KEY, Contract.example("raw-article.json"));
    send(KEY, largerThanItsTopicTakes(Contract.example("raw-article.json")));
    // So many that some are sent after the refusal: they must not be taken for the large one.
    for (int i = 0; i < 60; i++) {
      send(SUBMISSION_KEY, Contract.example("raw-article.submission.json"));
    }
    startParser();

    await().atMost(SOON).untilAsserted(() -> assertThat(committed()).isEqualTo(62));
    assertThat(readCommitted(articles)).hasSize(61);
    assertThat(readCommitted(deadLetters))
        .singleElement()
        .satisfies(r -> assertThat(header(r, "dlt-reason")).isEqualTo("article-too-large"))
        .satisfies(r -> assertThat(header(r, "dlt-offset")).isEqualTo("1"));
    // The first attempt, which the refusal of the large article undid.
    assertThat(read(articles, 62)).hasSizeGreaterThan(61);
  }

  @Test
  void aTransactionThatTheBrokersGaveUpIsDoneAgain() throws Exception {
    startParser();
    send(KEY, Contract.example("raw-article.json"));
    await().atMost(SOON).untilAsserted(() -> assertThat(committed()).isEqualTo(1));

    // As they do with one that takes too long.
    for (String id : transactionalIds()) {
      try (KafkaProducer<byte[], byte[]> other =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "transactional.id", id),
              new ByteArraySerializer(),
              new ByteArraySerializer())) {
        other.initTransactions();
      }
    }
    send(KEY, Contract.example("raw-article.page.json"));
    send(SUBMISSION_KEY, Contract.example("raw-article.submission.json"));

    await().atMost(SOON).untilAsserted(() -> assertThat(committed()).isEqualTo(3));
    assertThat(readCommitted(articles)).hasSize(3);
    await().atMost(SOON).untilAsserted(() -> assertThat(health()).contains("UP"));
  }

  private List<String> transactionalIds() throws Exception {
    return admin.listTransactions().all().get().stream()
        .map(TransactionListing::transactionalId)
        .filter(id -> id.startsWith("parser-test-" + run))
        .toList();
  }

  /** The same article with a text that no compression makes smaller than 20,000 bytes. */
  private static byte[] largerThanItsTopicTakes(byte[] rawArticle) {
    ObjectNode article = (ObjectNode) JsonMapper.shared().readTree(rawArticle);
    RandomGenerator random = new SplittableRandom(7);
    StringBuilder text = new StringBuilder();
    while (text.length() < 200_000) {
      text.append(Long.toHexString(random.nextLong())).append(text.length() % 9 == 0 ? ". " : " ");
    }
    ((ObjectNode) article.get("entry")).put("content", text.toString());
    return JsonMapper.shared().writeValueAsBytes(article);
  }

  private List<ConsumerRecord<byte[], byte[]>> readCommitted(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                TestKafka.bootstrapServers(),
                "isolation.level",
                "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).values().iterator().next();
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  private void startParser() {
    parser =
        new SpringApplicationBuilder(ParserApplication.class)
            .run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + TestKafka.bootstrapServers(),
                "--spring.kafka.consumer.group-id=" + group,
                "--spring.kafka.producer.transaction-id-prefix=parser-test-" + run + "-",
                "--spring.kafka.producer.properties.max.block.ms=3000",
                "--spring.kafka.producer.properties.delivery.timeout.ms=4000",
                "--spring.kafka.producer.properties.request.timeout.ms=3000",
                "--newswire.parser.retry-backoff=100ms",
                "--newswire.parser.retry-backoff-max=500ms",
                "--newswire.topics.raw-articles=" + rawArticles,
                "--newswire.topics.raw-articles-dlt=" + deadLetters,
                "--newswire.topics.articles=" + articles,
                "--newswire.topics.partitions=1");
  }

  private void stopParser() {
    if (parser != null) {
      parser.close();
      parser = null;
    }
  }

  private String health() {
    if (parser == null) {
      return "stopped";
    }
    return parser.getBean(DeliveryHealth.class).health().getStatus().getCode();
  }

  private void send(@Nullable String key, byte @Nullable [] value) throws Exception {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(rawArticles, key == null ? null : key.getBytes(UTF_8), value);
    record
        .headers()
        .add(
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8));
    producer.send(record).get();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
              });
      return records;
    }
  }

  private long committed() throws Exception {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return headers(record).getOrDefault(name, "");
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .collect(Collectors.toMap(h -> h.key(), h -> new String(h.value(), UTF_8)));
  }
}
