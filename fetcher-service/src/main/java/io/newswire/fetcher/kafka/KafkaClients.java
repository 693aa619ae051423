package io.newswire.fetcher.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes the fetcher's Kafka clients: connection and security from {@code spring.kafka.*}, and on
 * top of it what the fetcher's guarantees rest on, which therefore cannot be configured away.
 */
public final class KafkaClients {

  private static final int LARGEST_RECORD = 16 * 1024 * 1024;

  private final Map<String, Object> consumerSettings;
  private final Map<String, Object> producerSettings;
  private final Map<String, Object> adminSettings;

  public KafkaClients(
      Map<String, Object> consumerSettings,
      Map<String, Object> producerSettings,
      Map<String, Object> adminSettings) {
    this.consumerSettings = Map.copyOf(consumerSettings);
    this.producerSettings = Map.copyOf(producerSettings);
    this.adminSettings = Map.copyOf(adminSettings);
  }

  /** Returns clients of the given brokers, for tests and tools. */
  public static KafkaClients of(String bootstrapServers) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
    return new KafkaClients(settings, settings, settings);
  }

  /**
   * A consumer that shares a topic's partitions with the other members of its group.
   *
   * @param session how long a member that was killed is waited for
   */
  public Consumer<byte[], byte[]> groupConsumer(String group, Duration session) {
    Map<String, Object> settings = consumerBase();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    int millis = Math.toIntExact(session.toMillis());
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis);
    // Heartbeats also bring the news that somebody joins or leaves.
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, Math.min(millis / 4, 1_000));
    return new KafkaConsumer<>(settings);
  }

  /** A consumer without a group, that reads the partitions it is told to. */
  public Consumer<byte[], byte[]> readingConsumer() {
    Map<String, Object> settings = consumerBase();
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(settings);
  }

  /**
   * A producer of transactions. Whoever makes one with the same id later fences it.
   *
   * @param transactionalId the id
   */
  public Producer<byte[], byte[]> transactionalProducer(String transactionalId) {
    Map<String, Object> settings = producerBase();
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
    settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
    return new KafkaProducer<>(settings);
  }

  /** A producer of single records. */
  public Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(producerBase());
  }

  /** An administration client. */
  public Admin admin() {
    Map<String, Object> settings = new HashMap<>(adminSettings);
    settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
    return Admin.create(settings);
  }

  private Map<String, Object> consumerBase() {
    Map<String, Object> settings = new HashMap<>(consumerSettings);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, LARGEST_RECORD);
    return settings;
  }

  private Map<String, Object> producerBase() {
    Map<String, Object> settings = new HashMap<>(producerSettings);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
    settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    settings.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, 20_000);
    settings.put(ProducerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
    return settings;
  }
}
