package io.newswire.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes feed states look as they do after months: entries that have left the documents are still
 * known, and the last polls and moments of change are all there.
 */
final class AgedStates {

  private static final String TOPIC = "news.feed-states.v1";
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int OUTCOMES = 10;
  private static final int CHANGES = 20;

  /** Milliseconds that the rewriting and the start may take. */
  private static final long START = 60_000;

  private final String kafka;
  private final int goneEntries;
  private final int interval;
  private final SplittableRandom random = new SplittableRandom(7);

  /**
   * @param goneEntries known entries to add to each
   * @param interval seconds over which the next polls are spread, as they are in the long run
   */
  AgedStates(String kafka, int goneEntries, int interval) {
    this.kafka = kafka;
    this.goneEntries = goneEntries;
    this.interval = interval;
  }

  /** Rewrites every state. Returns the bytes of all of them. */
  long write() {
    long bytes = 0;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer();
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "compression.type", "lz4"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(partition -> new TopicPartition(TOPIC, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> state : consumer.poll(Duration.ofMillis(500))) {
          if (state.value() != null) {
            byte[] aged = aged(state.value());
            bytes += aged.length;
            producer.send(
                new ProducerRecord<>(
                    TOPIC, state.partition(), null, state.key(), aged, state.headers()));
          }
        }
      }
    }
    return bytes;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private byte[] aged(byte[] value) {
    ObjectNode state = (ObjectNode) JSON.readTree(value);
    Instant now = Instant.now();
    ArrayNode entries = (ArrayNode) state.get("entries");
    for (int i = 0; i < goneEntries; i++) {
      byte[] key = new byte[16];
      random.nextBytes(key);
      Instant seen = Instant.ofEpochMilli(now.toEpochMilli() - random.nextLong(8_000_000_000L));
      entries
          .addObject()
          .put("id", HexFormat.of().formatHex(key))
          .put("hash", HexFormat.of().toHexDigits(random.nextLong()))
          .put("version", seen.toEpochMilli())
          .put("revision", 1)
          .put("firstSeenAt", seen.toString());
    }
    ArrayNode outcomes = (ArrayNode) state.get("outcomes");
    JsonNode poll = outcomes.get(0);
    while (outcomes.size() < OUTCOMES) {
      ((ObjectNode) outcomes.add(poll.deepCopy()).get(outcomes.size() - 1))
          .put("at", now.minusSeconds(1800L * outcomes.size()).toString());
    }
    ArrayNode changes = (ArrayNode) state.get("changes");
    while (changes.size() < CHANGES) {
      changes.add(now.minusSeconds(86_400L * 30 + 40_000L * changes.size()).toString());
    }
    state.put("nextFetchAt", now.plusMillis(START + random.nextLong(1000L * interval)).toString());
    return JSON.writeValueAsBytes(state);
  }
}
