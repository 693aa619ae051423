package io.newswire.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The least that brings a topic into an index: records that are bulk lines already, sent as they
 * are, by as many consumers as the service has. It gives up at the first error.
 */
final class BarestLoop {

  private BarestLoop() {}

  /** {@code args}: brokers, topic, group, address of the index, consumers. */
  public static void main(String[] args) throws InterruptedException {
    URI bulk = URI.create(args[3] + "/_bulk?filter_path=errors");
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      Thread[] consumers = new Thread[Integer.parseInt(args[4])];
      for (int i = 0; i < consumers.length; i++) {
        consumers[i] =
            Thread.ofPlatform().start(() -> consume(args[0], args[1], args[2], http, bulk));
      }
      for (Thread consumer : consumers) {
        consumer.join();
      }
    }
  }

  private static void consume(
      String brokers, String topic, String group, HttpClient http, URI bulk) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            brokers,
            "group.id",
            group,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false,
            "max.poll.records",
            500,
            "max.partition.fetch.bytes",
            2 * 1024 * 1024,
            "fetch.min.bytes",
            16 * 1024);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (true) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(1));
        if (!records.isEmpty()) {
          send(http, bulk, records);
          consumer.commitSync();
        }
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private static void send(HttpClient http, URI bulk, ConsumerRecords<byte[], byte[]> records)
      throws IOException, InterruptedException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(2 * 1024 * 1024);
    records.forEach(record -> body.writeBytes(record.value()));
    HttpRequest request =
        HttpRequest.newBuilder(bulk)
            .header("content-type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    if (!answer.contains("\"errors\":false")) {
      throw new IOException(answer);
    }
  }
}
