package io.newswire.fetcher.system;

import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.servers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is committed in a topic, from its beginning to its end. */
public final class Topic {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Topic() {}

  public static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return read(TestKafka.bootstrapServers(), topic);
  }

  private static List<ConsumerRecord<byte[], byte[]>> read(String kafka, String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = KafkaClients.of(kafka).readingConsumer()) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }

  public static List<JsonNode> values(String topic) {
    return values(TestKafka.bootstrapServers(), topic);
  }

  static List<JsonNode> values(String kafka, String topic) {
    return read(kafka, topic).stream()
        .filter(message -> message.value() != null)
        .map(message -> JSON.readTree(message.value()))
        .toList();
  }

  static String header(ConsumerRecord<byte[], byte[]> message, String name) {
    Header header = message.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
