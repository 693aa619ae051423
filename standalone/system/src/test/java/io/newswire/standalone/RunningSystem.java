package io.newswire.standalone;

import io.newswire.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a test sees of a running system: the fetcher's API, the documents, the topics. */
final class RunningSystem implements AutoCloseable {

  private final RunOptions options;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.shared();

  RunningSystem(RunOptions options) {
    this.options = options;
  }

  @Override
  public void close() {
    http.close();
  }

  /** Subscribes to a feed and returns its id. */
  String subscribe(String url) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request(Program.FETCHER, "/api/v1/feeds")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"url\":\"" + url + "\"}"))
                .build());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body()).get("id").asString();
  }

  /** Asks for a poll now; false where the fetcher cannot take the request at the moment. */
  boolean fetchNow(String feedId) throws InterruptedException {
    try {
      return send(request(Program.FETCHER, "/api/v1/feeds/" + feedId + "/fetch")
                  .POST(BodyPublishers.noBody())
                  .build())
              .statusCode()
          == 202;
    } catch (IOException e) {
      return false;
    }
  }

  /** Titles of all documents of a feed, sorted, as a dashboard would find them. */
  List<String> documents(String feedUrl) throws InterruptedException {
    try {
      send(
          request(Program.ELASTICSEARCH, "/news-articles/_refresh")
              .POST(BodyPublishers.noBody())
              .build());
      HttpResponse<String> answer =
          send(
              request(Program.ELASTICSEARCH, "/news-articles/_search")
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          """
                          {"size": 1000, "query": {"term": {"source.feedUrl": "%s"}}}
                          """
                              .formatted(feedUrl)))
                  .build());
      List<String> titles = new ArrayList<>();
      for (JsonNode hit : json.readTree(answer.body()).path("hits").path("hits")) {
        titles.add(hit.path("_source").path("title").asString());
      }
      titles.sort(null);
      return titles;
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Everything in a topic that is committed, of all partitions. */
  List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers(), "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(p -> consumer.position(p) < Objects.requireNonNull(ends.get(p)))) {
        consumer.poll(Duration.ofMillis(500)).forEach(records::add);
      }
      return records;
    }
  }

  void send(String topic, byte[] key, byte[] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    }
  }

  private String brokers() {
    return Ports.HOST + ":" + options.port(Program.KAFKA);
  }

  private HttpRequest.Builder request(Program program, String path) {
    return HttpRequest.newBuilder(
            URI.create("http://" + Ports.HOST + ":" + options.port(program) + path))
        .timeout(Duration.ofSeconds(20));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }
}
