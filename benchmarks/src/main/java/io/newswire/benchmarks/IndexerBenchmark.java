package io.newswire.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newswire.indexer.IndexerApplication;
import io.newswire.indexer.article.ArticleReader;
import io.newswire.indexer.article.ArticleRecord.Write;
import io.newswire.indexer.bulk.BulkBody;
import io.newswire.servers.ElasticsearchServer;
import io.newswire.servers.KafkaServer;
import io.newswire.servers.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Indexes the same articles with the service and with {@link BarestLoop} in turn, each in a JVM of
 * its own with the same settings, on the same broker and node, and prints documents a second,
 * processor time and resident memory of both. The barest loop finds the bulk lines ready in its
 * topic, so that both send the same bytes.
 */
public final class IndexerBenchmark implements AutoCloseable {

  private static final String EVENTS = "bench.articles";
  private static final String LINES = "bench.lines";

  /** Of both, as many as the service has by default. */
  private static final int CONSUMERS = 3;

  /** What the indexer's README starts it with. */
  private static final List<String> JVM =
      List.of(
          "-Xms64m",
          "-Xmx256m",
          "-XX:+UseG1GC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-Djdk.nio.maxCachedBufferSize=262144");

  /**
   * One run.
   *
   * @param perSecond documents a second
   * @param cpuPerThousand processor seconds of the client for 1,000 documents
   * @param residentKb the most that was resident, in kB
   */
  private record Result(double perSecond, double cpuPerThousand, long residentKb) {}

  private final Path folder;
  private final KafkaServer kafka;
  private final ElasticsearchServer elasticsearch;
  private final Admin admin;
  private final HttpClient http = HttpClient.newHttpClient();
  private final int articles;
  private final List<String> settings;

  private IndexerBenchmark(
      Path folder,
      KafkaServer kafka,
      ElasticsearchServer elasticsearch,
      int articles,
      List<String> settings) {
    this.folder = folder;
    this.kafka = kafka;
    this.elasticsearch = elasticsearch;
    this.articles = articles;
    this.settings = settings;
    this.admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  /**
   * {@code args}, all optional: articles (100,000), rounds (4), and settings of the service such as
   * {@code newswire.indexer.retention.keep=12m}.
   */
  public static void main(String[] args) throws Exception {
    int articles = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 4;
    List<String> settings = List.of(args).subList(Math.min(2, args.length), args.length);
    Path folder = Files.createTempDirectory("newswire-bench-indexer-");
    try (KafkaServer kafka =
            KafkaServer.start(ServerOptions.in(folder.resolve("kafka")).withHeap("512m"));
        ElasticsearchServer elasticsearch =
            ElasticsearchServer.start(ServerOptions.in(folder.resolve("es")).withHeap("1g"));
        IndexerBenchmark benchmark =
            new IndexerBenchmark(folder, kafka, elasticsearch, articles, settings)) {
      benchmark.run(rounds);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run(int rounds) throws Exception {
    publish();
    List<Result> barest = new ArrayList<>();
    List<Result> service = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      // Whoever comes second finds a busier node: each comes second in every other round.
      if (round % 2 == 1) {
        barest.add(print("barest loop", barest("barest-" + round)));
        service.add(print("indexer", service("service-" + round)));
      } else {
        service.add(print("indexer", service("service-" + round)));
        barest.add(print("barest loop", barest("barest-" + round)));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "medians of %d rounds: barest loop %.0f documents/s, indexer %.0f documents/s: %.1f %%; "
            + "CPU for 1,000 documents %.3f s and %.3f s; indexer at most %d MiB resident%n",
        rounds,
        median(barest, Result::perSecond),
        median(service, Result::perSecond),
        100 * median(service, Result::perSecond) / median(barest, Result::perSecond),
        median(barest, Result::cpuPerThousand),
        median(service, Result::cpuPerThousand),
        service.stream().mapToLong(Result::residentKb).max().orElse(0) / 1024);
  }

  private static double median(List<Result> results, ToDoubleFunction<Result> figure) {
    double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static Result print(String name, Result result) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %8.0f documents/s   CPU for 1,000 documents %.3f s   at most %d MiB resident%n",
        name,
        result.perSecond,
        result.cpuPerThousand,
        result.residentKb / 1024);
    return result;
  }

  private void publish() throws ExecutionException, InterruptedException {
    NewTopic events = new NewTopic(EVENTS, 6, (short) 1);
    NewTopic lines = new NewTopic(LINES, 6, (short) 1);
    admin.createTopics(List.of(events, lines)).all().get();
    GeneratedArticles generated = new GeneratedArticles();
    ArticleReader reader = new ArticleReader();
    long bytes = 0;
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < articles; i++) {
        byte[] key = GeneratedArticles.id(i).getBytes(UTF_8);
        byte[] event = generated.event(i).getBytes(UTF_8);
        BulkBody line = new BulkBody(2 * event.length);
        line.add((Write) reader.read(key, event, null, 0), null);
        bytes += event.length;
        producer.send(new ProducerRecord<>(EVENTS, key, event));
        producer.send(new ProducerRecord<>(LINES, key, line.toByteArray()));
      }
    }
    System.out.printf(Locale.ROOT, "%d articles of %d bytes%n", articles, bytes / articles);
  }

  private Result barest(String name) throws Exception {
    JsonNode template;
    try (InputStream stream =
        IndexerApplication.class.getResourceAsStream("/elasticsearch/articles.template.json")) {
      template = JsonMapper.shared().readTree(Objects.requireNonNull(stream)).path("template");
    }
    call("PUT", "/" + name, template.toString());
    return measure(
        name,
        List.of("-cp", System.getProperty("java.class.path"), BarestLoop.class.getName()),
        List.of(
            kafka.bootstrapServers(),
            LINES,
            name,
            elasticsearch.url() + "/" + name,
            String.valueOf(CONSUMERS)));
  }

  private Result service(String name) throws Exception {
    List<String> arguments = new ArrayList<>(serviceArguments(name));
    settings.forEach(setting -> arguments.add("--" + setting));
    return measure(name, List.of("-jar", serviceJar().toString()), arguments);
  }

  private List<String> serviceArguments(String name) {
    return List.of(
        "--server.port=0",
        "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
        "--spring.kafka.consumer.group-id=" + name,
        "--spring.elasticsearch.uris=" + elasticsearch.url(),
        "--newswire.topics.articles=" + EVENTS,
        "--newswire.topics.articles-dlt=" + EVENTS + "-dlt",
        "--newswire.indexer.concurrency=" + CONSUMERS,
        "--newswire.indexer.index.name=" + name);
  }

  /** The very artefact that is released. */
  private static Path serviceJar() throws IOException {
    Path target = Path.of(System.getProperty("newswire.root", "."), "indexer-service", "target");
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(target, "newswire-indexer-service-*-exec.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    throw new NoSuchFileException(target + "/newswire-indexer-service-*-exec.jar");
  }

  /** From a quarter of the articles on, when both are warm, to the last. */
  private Result measure(String name, List<String> program, List<String> arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(program);
    command.addAll(arguments);
    Path log = folder.resolve(name + ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Result result;
    try {
      long from = awaitCommitted(name, articles / 4, process, log);
      double cpuBefore = cpuSeconds(process);
      long measured = articles - committed(name);
      long to = awaitCommitted(name, articles, process, log);
      result =
          new Result(
              measured * 1e9 / (to - from),
              (cpuSeconds(process) - cpuBefore) * 1000 / measured,
              residentKb(process));
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
    call("POST", "/" + name + "/_refresh", "");
    String count = call("GET", "/" + name + "/_count", "");
    if (!count.contains("\"count\":" + articles + ",")) {
      throw new IllegalStateException(name + " has " + count);
    }
    JsonNode indices = JsonMapper.shared().readTree(call("GET", "/" + name + "/_alias", ""));
    call("DELETE", "/" + String.join(",", indices.propertyNames()), "");
    return result;
  }

  private static double cpuSeconds(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
  }

  private long awaitCommitted(String group, long records, Process process, Path log)
      throws Exception {
    while (committed(group) < records) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(group + " ended:\n" + Files.readString(log));
      }
    }
    return System.nanoTime();
  }

  private long committed(String group) throws ExecutionException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(offset -> offset.offset())
        .sum();
  }

  private static long residentKb(Process process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private String call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(elasticsearch.url() + path))
            .header("content-type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    admin.close();
    http.close();
  }
}
