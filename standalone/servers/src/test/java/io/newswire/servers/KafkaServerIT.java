package io.newswire.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerIT {

  @TempDir Path folder;

  @Test
  void aKilledBrokerComesBackWithItsIdentityAndItsRecords() throws Exception {
    try (KafkaServer kafka = TestKafka.own(folder.resolve("kafka"))) {
      String clusterId = clusterId(kafka);
      create(kafka, "kept");
      send(kafka, "kept", "before the crash");

      kafka.kill();
      assertThat(kafka.process().isAlive()).isFalse();
      kafka.restart();

      assertThat(clusterId(kafka)).isEqualTo(clusterId);
      send(kafka, "kept", "after the crash");
      assertThat(read(kafka, "kept")).containsExactly("before the crash", "after the crash");

      pausedItIsSilentAndGoesOnWhenResumed(kafka);
    }
  }

  @Test
  void aFolderKeepsItsRecordsForAnotherServerOnAnotherPort() throws Exception {
    String clusterId;
    try (KafkaServer first = TestKafka.own(folder.resolve("kafka"))) {
      clusterId = clusterId(first);
      create(first, "kept");
      send(first, "kept", "one");
    }
    try (ServerSocket taken = new ServerSocket()) {
      Properties settings = new Properties();
      settings.load(Files.newBufferedReader(folder.resolve("kafka/server.properties")));
      int controllerPort = Integer.parseInt(settings.getProperty("newswire.controller.port"));
      taken.bind(Ports.address(controllerPort));
      try (KafkaServer second = TestKafka.own(folder.resolve("kafka"))) {
        assertThat(clusterId(second)).isEqualTo(clusterId);
        assertThat(read(second, "kept")).containsExactly("one");
      }
    }
  }

  @Test
  void mentioningATopicDoesNotCreateIt() throws Exception {
    try (Admin admin = Admin.create(client(TestKafka.bootstrapServers()))) {
      try (KafkaProducer<byte[], byte[]> producer = producer(TestKafka.bootstrapServers(), 2_000)) {
        assertThatThrownBy(
                () -> producer.send(new ProducerRecord<>("never-created", new byte[1])).get())
            .hasMessageContaining("never-created");
      }
      assertThat(admin.listTopics().names().get()).doesNotContain("never-created");
    }
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(Ports.address(0));
      int port = taken.getLocalPort();
      assertThatThrownBy(
              () -> KafkaServer.start(ServerOptions.in(folder.resolve("kafka")).withPort(port)))
          .isInstanceOf(ServerStartException.class)
          .hasMessageContaining("port " + port)
          .hasMessageContaining("another program");
    }
  }

  @Test
  void aBrokerThatCannotStartSaysWhyWithTheEndOfItsLog() throws Exception {
    Path kafka = folder.resolve("kafka");
    KafkaServer.start(TestKafka.options(kafka)).close();
    Files.writeString(
        kafka.resolve("data/meta.properties"), "version=1\nnode.id=7\ncluster.id=x\n");
    assertThatThrownBy(() -> KafkaServer.start(TestKafka.options(kafka)))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("exit code 1")
        .hasMessageContaining("kafka.log")
        .hasMessageContaining("Stored node id 7");
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsEnded() {
    ServerOptions hurried =
        TestKafka.options(folder.resolve("kafka")).withStartTimeout(Duration.ofMillis(100));
    assertThatThrownBy(() -> KafkaServer.start(hurried))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("did not answer within");
    assertThat(ProcessHandle.current().children().map(child -> child.info().commandLine()))
        .noneMatch(line -> line.orElse("").contains(folder.toString()));
  }

  private static void pausedItIsSilentAndGoesOnWhenResumed(KafkaServer kafka) throws Exception {
    try (Admin admin = Admin.create(client(kafka.bootstrapServers()))) {
      admin.describeCluster().clusterId().get();
      kafka.pause();
      // An answer that was under way may still come in.
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(
                          () -> admin.describeCluster().clusterId().get(1, TimeUnit.SECONDS))
                      .isInstanceOf(TimeoutException.class));
      kafka.resume();
      assertThat(admin.describeCluster().clusterId().get(30, TimeUnit.SECONDS)).isNotBlank();
    }
  }

  private static Map<String, Object> client(String bootstrapServers) {
    return Map.of("bootstrap.servers", bootstrapServers);
  }

  private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers, int maxBlockMs) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", maxBlockMs),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static String clusterId(KafkaServer kafka)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client(kafka.bootstrapServers()))) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static void create(KafkaServer kafka, String topic)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(client(kafka.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  private static void send(KafkaServer kafka, String topic, String value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<byte[], byte[]> producer = producer(kafka.bootstrapServers(), 60_000)) {
      producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8))).get();
    }
  }

  private static List<String> read(KafkaServer kafka, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            client(kafka.bootstrapServers()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      List<String> values = new ArrayList<>();
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          values.add(new String(record.value(), StandardCharsets.UTF_8));
        }
      }
      return values;
    }
  }
}
