package io.newswire.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newswire.servers.JavaCommand;
import io.newswire.servers.JavaProcess;
import io.newswire.servers.TestElasticsearch;
import io.newswire.servers.TestKafka;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with a topic, a group and an index of its own, on real servers. */
public final class IndexerUnderTest implements AutoCloseable {

  private static final int PARTITIONS = 4;

  /** What the parser's topic takes. */
  private static final int LARGEST_RECORD = 16 * 1024 * 1024;

  private static final JsonMapper JSON = JsonMapper.shared();

  public final String name = "it-" + UUID.randomUUID();
  public final String topic = name + ".articles";
  public final String deadLetters = topic + "-dlt";
  private final String elasticsearch;
  private final String kafka;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger processes = new AtomicInteger();
  private @Nullable ConfigurableApplicationContext application;

  /** On the shared Elasticsearch. */
  public static IndexerUnderTest create() {
    return new IndexerUnderTest(TestElasticsearch.url());
  }

  /** On an Elasticsearch, or something that says it is one. */
  public IndexerUnderTest(String elasticsearch) {
    this(elasticsearch, TestKafka.bootstrapServers());
  }

  /** On an Elasticsearch and a broker of the test's own. */
  public IndexerUnderTest(String elasticsearch, String kafka) {
    this.elasticsearch = elasticsearch;
    this.kafka = kafka;
    admin = Admin.create(Map.of("bootstrap.servers", kafka));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "max.request.size", LARGEST_RECORD),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    createTopic();
  }

  /** Creates the articles topic and returns when its leaders answer. */
  public void createTopic() {
    NewTopic articles =
        new NewTopic(topic, PARTITIONS, (short) 1)
            .configs(Map.of("max.message.bytes", Integer.toString(LARGEST_RECORD)));
    await(admin.createTopics(List.of(articles)).all());
    // A broker may be told of a topic a moment after it was created.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptions()
        .until(() -> ends().size() == PARTITIONS);
  }

  /** Deletes a topic and returns when it is gone. */
  public void deleteTopic(String name) {
    await(admin.deleteTopics(List.of(name)).all());
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !await(admin.listTopics().names()).contains(name));
  }

  /** Starts the service in this JVM; {@code settings} are {@code key=value}. */
  public IndexerUnderTest start(String... settings) {
    application = new SpringApplicationBuilder(IndexerApplication.class).run(arguments(settings));
    return this;
  }

  /** Starts one more instance, as a process of its own, which can be killed. */
  public JavaProcess startProcess(Path folder, String... settings) {
    String number = Integer.toString(processes.incrementAndGet());
    return new JavaCommand(
            "indexer " + number,
            List.of(
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseG1GC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.nio.maxCachedBufferSize=262144",
                "-XX:+ExitOnOutOfMemoryError"),
            List.of(System.getProperty("java.class.path").split(File.pathSeparator)),
            IndexerApplication.class.getName(),
            List.of(arguments(settings)),
            Map.of(),
            folder.resolve("indexer-" + number + ".log"))
        .start();
  }

  private String[] arguments(String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "server.port=0",
                "spring.jmx.enabled=false",
                "spring.kafka.bootstrap-servers=" + kafka,
                "spring.kafka.consumer.group-id=" + name,
                "spring.elasticsearch.uris=" + elasticsearch,
                "newswire.topics.articles=" + topic,
                "newswire.topics.articles-dlt=" + deadLetters,
                "newswire.indexer.index.name=" + name,
                "newswire.indexer.index.refresh-interval=100ms",
                "newswire.indexer.retry.initial=50ms",
                "newswire.indexer.retry.max=500ms"));
    for (String setting : settings) {
      String key = setting.substring(0, setting.indexOf('=') + 1);
      all.removeIf(other -> other.startsWith(key));
      all.add(setting);
    }
    return all.stream().map(setting -> "--" + setting).toArray(String[]::new);
  }

  /** The running service. */
  public ConfigurableApplicationContext application() {
    if (application == null) {
      throw new IllegalStateException("not started");
    }
    return application;
  }

  /** Stops the service as an operator would. */
  public void stop() {
    application().close();
    application = null;
  }

  /** Publishes a record and waits for the acknowledgement. */
  public void publish(String key, @Nullable String value, Map<String, String> headers) {
    await(send(key, value, headers));
  }

  /** Publishes a record. */
  public Future<RecordMetadata> send(
      String key, @Nullable String value, Map<String, String> headers) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topic, key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
    headers.forEach((header, text) -> record.headers().add(header, text.getBytes(UTF_8)));
    return producer.send(record);
  }

  /** Publishes the articles with numbers from one to another, all in version 1. */
  public void publishArticles(int first, int last) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (int number = first; number <= last; number++) {
      sent.add(send(Articles.id(number), Articles.article(number, 1).toString(), Map.of()));
    }
    sent.forEach(IndexerUnderTest::await);
  }

  /** The members of the consumer group, and how many partitions each has. */
  public Map<String, Integer> members() {
    boolean there =
        await(admin.listGroups().all()).stream().anyMatch(group -> group.groupId().equals(name));
    Map<String, Integer> members = new HashMap<>();
    if (there) {
      Objects.requireNonNull(await(admin.describeConsumerGroups(List.of(name)).all()).get(name))
          .members()
          .forEach(
              member ->
                  members.put(member.consumerId(), member.assignment().topicPartitions().size()));
    }
    return members;
  }

  /** Whether the group has committed all that is in the topic. */
  public boolean caughtUp() {
    Map<TopicPartition, OffsetAndMetadata> committed =
        await(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
    return ends().entrySet().stream()
        .allMatch(
            end ->
                end.getValue() == 0
                    || committed.containsKey(end.getKey())
                        && committed.get(end.getKey()).offset() == end.getValue());
  }

  private Map<TopicPartition, Long> ends() {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int i = 0; i < PARTITIONS; i++) {
      latest.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    await(admin.listOffsets(latest).all()).forEach((p, info) -> ends.put(p, info.offset()));
    return ends;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String of) {
    return consumer.partitionsFor(of).stream()
        .map(info -> new TopicPartition(of, info.partition()))
        .toList();
  }

  /** All records of the dead-letter topic. */
  public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, deadLetters);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", kafka),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** Address of the service's API. */
  public String serviceUrl() {
    String port = application().getEnvironment().getRequiredProperty("local.server.port");
    return "http://127.0.0.1:" + port;
  }

  /** Asks the service. */
  public HttpResponse<String> service(String method, String path, String... headers) {
    return call(serviceUrl(), method, path, null, headers);
  }

  /** Asks Elasticsearch; the path begins with a slash. */
  public JsonNode elasticsearch(String method, String path, @Nullable String body) {
    HttpResponse<String> response = call(elasticsearch, method, path, body);
    return JSON.readTree(response.body());
  }

  /** Searches the alias after a refresh. */
  public JsonNode search(String body) {
    elasticsearch("POST", "/" + name + "/_refresh", null);
    return elasticsearch("POST", "/" + name + "/_search", body);
  }

  /** Number of documents behind the alias. */
  public long count() {
    elasticsearch("POST", "/" + name + "/_refresh", null);
    return elasticsearch("GET", "/" + name + "/_count", null).path("count").asLong(-1);
  }

  /** One document with its version; {@code found} says whether it is there. */
  public JsonNode document(String id) {
    return elasticsearch("GET", "/" + name + "/_doc/" + id, null);
  }

  /** The documents of an article, with their versions and indices: one, or none. */
  public JsonNode documents(String id) {
    return search("{\"version\":true,\"query\":{\"ids\":{\"values\":[\"%s\"]}}}".formatted(id))
        .at("/hits/hits");
  }

  /** Names of all indices that belong to the alias, served or not. */
  public List<String> indices() {
    return elasticsearch("GET", "/" + name + "-*/_alias", null).propertyNames().stream()
        .sorted()
        .toList();
  }

  private HttpResponse<String> call(
      String base, String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("content-type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (application != null) {
      application.close();
    }
    producer.close();
    admin.close();
    http.close();
  }
}
