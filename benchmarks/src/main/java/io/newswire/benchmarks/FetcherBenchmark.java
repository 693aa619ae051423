package io.newswire.benchmarks;

import io.newswire.servers.KafkaServer;
import io.newswire.servers.Ports;
import io.newswire.servers.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.util.FileSystemUtils;

/**
 * One fetcher with very many feeds in a small heap: imports them by OPML, polls each for the first
 * time, is stopped and started again with states as they are after months, and polls on, with
 * nothing new at any feed. Prints memory, times and rates; everything runs on this machine, so
 * rates are lower bounds.
 */
public final class FetcherBenchmark {

  private static final String STATES = "news.feed-states.v1";
  private static final String ARTICLES = "news.raw-articles.v1";
  private static final int PARTITIONS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private record Sample(
      long nanos, Duration cpu, double polls, double written, long stateBytes, long notModified) {}

  private final Path folder;
  private Path log;
  private final KafkaServer kafka;
  private final FeedSites sites;
  private final int feeds;
  private final String heap;
  private final int port = Ports.free();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Admin admin;

  private FetcherBenchmark(
      Path folder, KafkaServer kafka, FeedSites sites, int feeds, String heap) {
    this.folder = folder;
    log = folder;
    this.kafka = kafka;
    this.sites = sites;
    this.feeds = feeds;
    this.heap = heap;
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  /**
   * {@code args}: feeds (100,000), entries of a document (15), known entries that have left it
   * (60), the fetcher's heap (1g), seconds of polling on (60), seconds between polls (300); all
   * optional.
   */
  public static void main(String[] args) throws Exception {
    int feeds = number(args, 0, 100_000);
    int entries = number(args, 1, 15);
    int gone = number(args, 2, 60);
    String heap = args.length > 3 ? args[3] : "1g";
    int seconds = number(args, 4, 60);
    int interval = number(args, 5, 300);
    Path folder = Files.createTempDirectory("newswire-bench-fetcher-");
    try (KafkaServer kafka =
            KafkaServer.start(ServerOptions.in(folder.resolve("kafka")).withHeap("768m"));
        FeedSites sites = new FeedSites(entries)) {
      FetcherBenchmark benchmark = new FetcherBenchmark(folder, kafka, sites, feeds, heap);
      benchmark.firstPolls();
      long bytes = new AgedStates(kafka.bootstrapServers(), gone, interval).write();
      System.out.printf(
          Locale.ROOT,
          "states: %d known entries, %d bytes of JSON%n",
          entries + gone,
          bytes / feeds);
      benchmark.pollingOn(Duration.ofSeconds(seconds), interval);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static int number(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private void firstPolls() throws Exception {
    Process fetcher = start("first", "newswire.schedule.first-spread=0s");
    try {
      awaitReady(fetcher);
      long from = System.nanoTime();
      String answer = call("POST", "/api/v1/opml", opml());
      System.out.printf(
          Locale.ROOT,
          "OPML import: %.1f s, %s%n",
          seconds(from),
          answer.substring(0, Math.min(60, answer.length())));
      Sample begin = sample(fetcher);
      while (metric("newswire_fetcher_feeds{status=\"ok\"}")
              + metric("newswire_fetcher_feeds{status=\"silent\"}")
          < feeds) {
        pause(fetcher, 1000);
        check(from);
      }
      Sample end = sample(fetcher);
      print("first polls", begin, end);
      System.out.printf(
          Locale.ROOT,
          "documents served %d, connections broken %d, raw articles and transaction marks %d%n",
          sites.documents(),
          sites.broken(),
          end(ARTICLES));
      memory("after the first polls", fetcher);
    } finally {
      stop(fetcher);
    }
  }

  private void pollingOn(Duration window, int interval) throws Exception {
    String seconds = interval + "s";
    Process fetcher =
        start(
            "on",
            "newswire.schedule.first-spread=" + seconds,
            "newswire.schedule.min-interval=" + seconds,
            "newswire.schedule.default-interval=" + seconds,
            "newswire.schedule.max-interval=" + seconds);
    try {
      long from = System.nanoTime();
      awaitReady(fetcher);
      System.out.printf(
          Locale.ROOT,
          "restart until ready: %.1f s, %.1f s of processor%n",
          seconds(from),
          fetcher.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0);
      memory("restored", fetcher);
      double before = metric("newswire_fetcher_polls_seconds_count");
      while (metric("newswire_fetcher_polls_seconds_count") < before + feeds / 20.0) {
        pause(fetcher, 500);
        check(from);
      }
      Sample begin = sample(fetcher);
      pause(fetcher, window.toMillis());
      Sample end = sample(fetcher);
      print("polling on", begin, end);
      long asked = System.nanoTime();
      call("GET", "/api/v1/feeds?size=50&page=1000", "");
      System.out.printf(Locale.ROOT, "a page of the API's list: %.2f s%n", seconds(asked));
      memory("after polling on", fetcher);
    } finally {
      stop(fetcher);
    }
  }

  private Process start(String name, String... settings) throws IOException {
    log = folder.resolve(name + ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                serviceJar().toString()));
    Stream.concat(
            Stream.of(
                "server.port=" + port,
                "spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "newswire.topics.partitions=" + PARTITIONS,
                "newswire.http.allowed-private-hosts=127.0.0.0/8",
                "logging.level.io.newswire.fetcher.poll=WARN",
                "logging.level.io.newswire.fetcher.ownership.PartitionFeeds=WARN"),
            Stream.of(settings))
        .map(setting -> "--" + setting)
        .forEach(command::add);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** The very jar that is released. */
  private static Path serviceJar() throws IOException {
    Path target = Path.of(System.getProperty("newswire.root", "."), "fetcher-service", "target");
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
          .findFirst()
          .orElseThrow(() -> new NoSuchFileException(target + "/*-exec.jar"));
    }
  }

  private void awaitReady(Process fetcher) throws Exception {
    long from = System.nanoTime();
    while (!isReady()) {
      pause(fetcher, 100);
      check(from);
    }
  }

  private boolean isReady() throws InterruptedException {
    try {
      return send("GET", "/actuator/health/readiness", "").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static void check(long from) {
    if (System.nanoTime() - from > LONGEST.toNanos()) {
      throw new IllegalStateException("not done within " + LONGEST);
    }
  }

  private void pause(Process fetcher, long millis) throws IOException, InterruptedException {
    if (fetcher.waitFor(millis, TimeUnit.MILLISECONDS)) {
      List<String> lines = Files.readAllLines(log);
      throw new IllegalStateException(
          "the fetcher ended with "
              + fetcher.exitValue()
              + ":\n"
              + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size())));
    }
  }

  private static void stop(Process fetcher) throws InterruptedException {
    long from = System.nanoTime();
    fetcher.destroy();
    if (!fetcher.waitFor(60, TimeUnit.SECONDS)) {
      fetcher.destroyForcibly();
    }
    System.out.printf(Locale.ROOT, "stopped in %.1f s%n", seconds(from));
  }

  private Sample sample(Process fetcher) throws Exception {
    return new Sample(
        System.nanoTime(),
        fetcher.info().totalCpuDuration().orElse(Duration.ZERO),
        metric("newswire_fetcher_polls_seconds_count"),
        metric("newswire_fetcher_states_written_total"),
        size(STATES),
        sites.notModified());
  }

  private static void print(String what, Sample from, Sample to) {
    double time = (to.nanos - from.nanos) / 1e9;
    double polls = to.polls - from.polls;
    double cpu = (to.cpu.toMillis() - from.cpu.toMillis()) / 1000.0;
    System.out.printf(
        Locale.ROOT,
        "%s: %.0f polls in %.1f s, %.0f a second; %.2f ms of processor each; 304s %d;"
            + " states written %.0f (%.3f a poll), topic grew by %.1f MB%n",
        what,
        polls,
        time,
        polls / time,
        1000 * cpu / Math.max(1, polls),
        to.notModified - from.notModified,
        to.written - from.written,
        (to.written - from.written) / Math.max(1, polls),
        (to.stateBytes - from.stateBytes) / 1e6);
  }

  private void memory(String when, Process fetcher) throws Exception {
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            Long.toString(fetcher.pid()),
            "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    double used = metric("jvm_memory_used_bytes{area=\"heap\"");
    System.out.printf(
        Locale.ROOT,
        "%s: heap after collection %.0f MiB, resident %d MiB, longest lag %.1f s, mean lag %.2f s,"
            + " collection pauses %.1f s in all, longest %.3f s%n",
        when,
        used / 1048576,
        resident(fetcher) / 1024,
        metric("newswire_fetcher_schedule_lag_seconds_max"),
        metric("newswire_fetcher_schedule_lag_seconds_sum")
            / Math.max(1, metric("newswire_fetcher_schedule_lag_seconds_count")),
        metric("jvm_gc_pause_seconds_sum"),
        metric("jvm_gc_pause_seconds_max"));
  }

  private static long resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** The sum of a metric over all labels, or its largest value for a maximum. */
  private double metric(String prefix) throws IOException, InterruptedException {
    return send("GET", "/actuator/prometheus", "")
        .body()
        .lines()
        .filter(line -> line.startsWith(prefix))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .reduce(0, prefix.endsWith("_max") ? Math::max : Double::sum);
  }

  private long end(String topic) throws Exception {
    long sum = 0;
    for (int i = 0; i < PARTITIONS; i++) {
      TopicPartition partition = new TopicPartition(topic, i);
      sum +=
          admin
              .listOffsets(Map.of(partition, OffsetSpec.latest()))
              .partitionResult(partition)
              .get()
              .offset();
    }
    return sum;
  }

  /** Bytes of a topic on disk. */
  private long size(String topic) throws Exception {
    return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
        .flatMap(brokers -> brokers.values().stream())
        .flatMap(dir -> dir.replicaInfos().entrySet().stream())
        .filter(replica -> replica.getKey().topic().equals(topic))
        .mapToLong(replica -> replica.getValue().size())
        .sum();
  }

  private String opml() {
    StringBuilder opml = new StringBuilder("<opml version=\"2.0\"><body>");
    for (int i = 0; i < feeds; i++) {
      opml.append("<outline type=\"rss\" text=\"Feed ")
          .append(i)
          .append("\" xmlUrl=\"")
          .append(sites.url(i))
          .append("\"/>\n");
    }
    return opml.append("</body></opml>").toString();
  }

  private String call(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body);
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofMinutes(2))
            .header("Content-Type", "text/xml")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
