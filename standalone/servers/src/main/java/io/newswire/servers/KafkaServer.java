package io.newswire.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One Kafka broker that is its own controller (KRaft). Its folder is formatted once; started again,
 * also after a crash, it has the same cluster id and the same records.
 *
 * <p>Topics are never created by being mentioned ({@code auto.create.topics.enable=false}).
 */
public final class KafkaServer implements AutoCloseable {

  private static final String NAME = "Kafka";
  private static final String SETTINGS = "server.properties";
  private static final String CONTROLLER_PORT = "newswire.controller.port";

  private final ServerOptions options;
  private final Path home;
  private final int port;
  private volatile JavaProcess process;

  private KafkaServer(ServerOptions options, Path home, int port) {
    this.options = options;
    this.home = home;
    this.port = port;
    this.process = launch();
  }

  /**
   * Starts a broker and returns when it answers.
   *
   * @throws ServerStartException when it does not come up, saying why
   */
  public static KafkaServer start(ServerOptions options) {
    int port = options.port() == 0 ? Ports.free() : options.port();
    return new KafkaServer(options, ServerJars.kafka(), port);
  }

  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /** The broker's process as it is now; a restart replaces it. */
  public JavaProcess process() {
    return process;
  }

  /** Starts it again, on the same port and data, after it was stopped or ended by itself. */
  public void restart() {
    stop();
    process = launch();
  }

  /** Stops it as an operator would: open segments are flushed, within 20 seconds. */
  public void stop() {
    process.stop(Duration.ofSeconds(20));
  }

  /** Ends it as a crash would. */
  public void kill() {
    process.kill();
  }

  /** Makes it silent without closing its connections, as a stalled machine would. */
  public void pause() {
    process.pause();
  }

  public void resume() {
    process.resume();
  }

  @Override
  public void close() {
    stop();
  }

  private JavaProcess launch() {
    if (!Ports.isFree(port)) {
      throw new ServerStartException(
          NAME + " cannot listen on port " + port + ": another program does; choose another port");
    }
    try {
      Files.createDirectories(options.folder());
      writeSettings();
      writeLogging();
    } catch (IOException e) {
      throw new ServerStartException(
          NAME + " cannot use the folder " + options.folder() + ": " + e, e);
    }
    if (!Files.exists(data().resolve("meta.properties"))) {
      format();
    }
    JavaProcess started =
        command(NAME, "kafka.Kafka", List.of(settings().toString()), options.heap()).start();
    started.awaitReady(() -> KafkaHandshake.answers(port), options.startTimeout());
    return started;
  }

  private void format() {
    String name = NAME + "'s StorageTool";
    List<String> arguments =
        List.of("format", "--standalone", "-t", KafkaUuid.random(), "-c", settings().toString());
    JavaProcess formatting =
        command(name, "kafka.tools.StorageTool", arguments, "128m").startUntethered();
    int exitCode = formatting.onExit().join();
    if (exitCode != 0) {
      throw new ServerStartException(
          name + " ended with exit code " + exitCode + formatting.logTail());
    }
  }

  private JavaCommand command(String name, String mainClass, List<String> arguments, String heap) {
    return new JavaCommand(
        name,
        Stream.concat(
                Stream.of(
                    "-Xmx" + heap,
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Dlog4j2.configurationFile=" + logging().toUri(),
                    "-Dkafka.logs.dir=" + options.folder(),
                    "-Djava.awt.headless=true"),
                options.jvmOptions().stream())
            .toList(),
        List.of(home.resolve("lib") + "/*"),
        mainClass,
        arguments,
        Map.of(),
        options.log());
  }

  private void writeSettings() throws IOException {
    int controllerPort = controllerPort();
    String text =
        """
        # Written at every start.
        %s=%d
        process.roles=broker,controller
        node.id=1
        listeners=CLIENTS://%s:%d,CONTROLLER://%s:%d
        advertised.listeners=CLIENTS://%s:%d,CONTROLLER://%s:%d
        listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
        inter.broker.listener.name=CLIENTS
        controller.listener.names=CONTROLLER
        controller.quorum.bootstrap.servers=%s:%d
        log.dirs=%s
        auto.create.topics.enable=false
        # One broker holds the only copy of everything.
        default.replication.factor=1
        offsets.topic.replication.factor=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        # Few clients: small internal topics, and no wait for more members of a new group.
        offsets.topic.num.partitions=8
        transaction.state.log.num.partitions=8
        share.coordinator.state.topic.num.partitions=1
        group.initial.rebalance.delay.ms=0
        """
            .formatted(
                CONTROLLER_PORT,
                controllerPort,
                Ports.HOST,
                port,
                Ports.HOST,
                controllerPort,
                Ports.HOST,
                port,
                Ports.HOST,
                controllerPort,
                Ports.HOST,
                controllerPort,
                data().toString().replace("\\", "\\\\"));
    Files.writeString(settings(), text);
  }

  /** The port is part of what the quorum remembers of itself, so it stays while it can. */
  private int controllerPort() throws IOException {
    if (Files.exists(settings())) {
      Properties previous = new Properties();
      try (InputStream in = Files.newInputStream(settings())) {
        previous.load(in);
      }
      String kept = previous.getProperty(CONTROLLER_PORT);
      if (kept != null && Ports.isFree(Integer.parseInt(kept))) {
        return Integer.parseInt(kept);
      }
    }
    return Ports.free();
  }

  private void writeLogging() throws IOException {
    try (InputStream in = KafkaServer.class.getResourceAsStream("kafka-log4j2.xml")) {
      if (in == null) {
        throw new UncheckedIOException(new IOException("kafka-log4j2.xml is not in the jar"));
      }
      Files.write(logging(), in.readAllBytes());
    }
  }

  private Path settings() {
    return options.folder().resolve(SETTINGS);
  }

  private Path logging() {
    return options.folder().resolve("log4j2.xml");
  }

  private Path data() {
    return options.folder().resolve("data");
  }
}
