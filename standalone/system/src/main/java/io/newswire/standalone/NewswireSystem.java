package io.newswire.standalone;

import io.newswire.servers.ElasticsearchServer;
import io.newswire.servers.KafkaServer;
import io.newswire.servers.Ports;
import io.newswire.servers.ServerOptions;
import io.newswire.servers.ServerStartException;
import io.newswire.standalone.sample.SampleSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All of Newswire, running: servers first, then services; when closed, services first, then
 * servers, so that no service sees its server go.
 */
public final class NewswireSystem implements AutoCloseable {

  private static final List<Program> SERVERS = List.of(Program.KAFKA, Program.ELASTICSEARCH);
  private static final List<Program> SERVICES =
      List.of(Program.INDEXER, Program.PARSER, Program.FETCHER);

  private final RunOptions options;
  private final Progress progress;
  private final Supervisor supervisor;
  private final Map<Program, Supervised> running =
      Collections.synchronizedMap(new EnumMap<>(Program.class));
  private @Nullable SampleSite sampleSite;
  private boolean closed;

  private NewswireSystem(RunOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
    this.supervisor = new Supervisor(progress);
  }

  /** A system with nothing running yet: it can be closed from another thread while it starts. */
  static NewswireSystem of(RunOptions options, Progress progress) {
    return new NewswireSystem(options, progress);
  }

  /**
   * Starts everything and returns when all of it answers.
   *
   * @throws ServerStartException when one part does not come up; close what has started
   */
  void start() {
    try {
      Files.createDirectories(options.data().resolve("logs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (options.feeds() == null) {
      startSampleSite();
    }
    startAll(SERVERS);
    startAll(SERVICES);
    synchronized (this) {
      if (!closed) {
        List.copyOf(running.values()).forEach(supervisor::watch);
      }
    }
  }

  /** The process that runs {@code program}, and the means to restart it. */
  public Supervised running(Program program) {
    Supervised supervised = running.get(program);
    if (supervised == null) {
      throw new IllegalStateException(program + " is not running");
    }
    return supervised;
  }

  /** Stops everything within some seconds. What was acknowledged is kept. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    supervisor.close();
    progress.say("Stopping …");
    stopAll(SERVICES);
    stopAll(SERVERS);
    if (sampleSite != null) {
      sampleSite.close();
    }
  }

  private void startSampleSite() {
    try {
      SampleSite site = SampleSite.start(Ports.HOST, options.port(Program.SAMPLE));
      Files.writeString(sampleFeeds(), site.opml());
      sampleSite = site;
      progress.say("Sample site is ready at %s", site.url());
    } catch (IOException e) {
      throw new ServerStartException("The sample site cannot be started: " + e.getMessage(), e);
    }
  }

  private Path sampleFeeds() {
    return options.data().resolve("sample.opml");
  }

  private void startAll(List<Program> programs) {
    progress.say("Starting %s …", titles(programs));
    List<CompletableFuture<Void>> starts = new ArrayList<>();
    for (Program program : programs) {
      starts.add(inThread(() -> start(program)));
    }
    join(starts);
  }

  private @Nullable Void start(Program program) {
    long begin = System.nanoTime();
    Supervised supervised = supervised(program);
    boolean late;
    synchronized (this) {
      late = closed;
      running.put(program, supervised);
    }
    if (late) {
      supervised.stop();
      return null;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    progress.say(
        "%s is ready at %s:%d (%.1f s)",
        program.title(), Ports.HOST, options.port(program), took.toMillis() / 1000.0);
    return null;
  }

  private Supervised supervised(Program program) {
    return switch (program) {
      case KAFKA -> new Supervised.Server(program, KafkaServer.start(server(program)));
      case ELASTICSEARCH ->
          new Supervised.Server(program, ElasticsearchServer.start(server(program)));
      case FETCHER, PARSER, INDEXER ->
          new Supervised.Service(ServiceProcess.start(program, options, settings(program)));
      case SAMPLE -> throw new IllegalArgumentException("no process: " + program);
    };
  }

  private ServerOptions server(Program program) {
    return ServerOptions.in(options.data().resolve(program.id()))
        .withPort(options.port(program))
        .withHeap(options.heap(program))
        .withLog(options.log(program))
        .withStartTimeout(options.startTimeout());
  }

  private List<String> settings(Program program) {
    List<String> settings = new ArrayList<>();
    settings.add(
        "--spring.kafka.bootstrap-servers=" + Ports.HOST + ":" + options.port(Program.KAFKA));
    if (program == Program.INDEXER) {
      settings.add(
          "--spring.elasticsearch.uris=http://"
              + Ports.HOST
              + ":"
              + options.port(Program.ELASTICSEARCH));
    }
    if (program == Program.FETCHER) {
      Path feeds = options.feeds();
      settings.add("--newswire.opml.file=" + (feeds == null ? sampleFeeds() : feeds));
      if (feeds == null) {
        settings.add(
            "--newswire.http.allowed-private-hosts="
                + Ports.HOST
                + ":"
                + options.port(Program.SAMPLE));
      }
    }
    return settings;
  }

  private void stopAll(List<Program> programs) {
    List<CompletableFuture<Void>> stops = new ArrayList<>();
    for (Program program : programs) {
      Supervised supervised = running.get(program);
      if (supervised != null) {
        stops.add(
            inThread(
                () -> {
                  supervised.stop();
                  return null;
                }));
      }
    }
    join(stops);
    if (!stops.isEmpty()) {
      progress.say("Stopped %s", titles(programs));
    }
  }

  private static String titles(List<Program> programs) {
    return String.join(", ", programs.stream().map(Program::title).toList());
  }

  private static CompletableFuture<Void> inThread(Supplier<@Nullable Void> task) {
    return CompletableFuture.supplyAsync(task, Thread.ofVirtual()::start);
  }

  private static void join(List<CompletableFuture<Void>> tasks) {
    try {
      CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
