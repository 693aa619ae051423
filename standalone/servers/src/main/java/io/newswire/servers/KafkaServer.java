package io.newswire.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
public final class KafkaServer extends LocalServer {

  private static final String NAME = "Kafka";
  private static final String SETTINGS = "server.properties";
  private static final String CONTROLLER_PORT = "newswire.controller.port";

  private final Path home = ServerJars.kafka();

  private final int proxyPort;
  private final int behindProxy;

  private KafkaServer(ServerOptions options, int proxyPort) {
    super(NAME, options);
    this.proxyPort = proxyPort;
    behindProxy = proxyPort == 0 ? 0 : Ports.free();
  }

  /**
   * Starts a broker and returns when it answers.
   *
   * @throws ServerStartException when it does not come up, saying why
   */
  public static KafkaServer start(ServerOptions options) {
    return start(options, 0);
  }

  /**
   * Starts a broker that some of its clients reach through a proxy: besides its port it has one
   * that the proxy leads to, and sends the clients that come there back to the proxy's.
   *
   * @param proxyPort where the proxy listens; 0 where there is none
   * @throws ServerStartException when it does not come up, saying why
   */
  static KafkaServer start(ServerOptions options, int proxyPort) {
    KafkaServer server = new KafkaServer(options, proxyPort);
    server.launch();
    return server;
  }

  public String bootstrapServers() {
    return Ports.HOST + ":" + port();
  }

  /** The port that the proxy leads to; 0 where there is none. */
  public int portBehindProxy() {
    return behindProxy;
  }

  @Override
  void prepare() throws IOException {
    Files.createDirectories(options().folder());
    writeSettings();
    writeLogging();
    if (!Files.exists(data().resolve("meta.properties"))) {
      format();
    }
  }

  @Override
  JavaCommand command() {
    return command(NAME, "kafka.Kafka", List.of(settings().toString()), options().heap());
  }

  @Override
  boolean answers() {
    return KafkaHandshake.answers(port());
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
                    "-Dkafka.logs.dir=" + options().folder(),
                    "-Djava.awt.headless=true"),
                options().jvmOptions().stream())
            .toList(),
        List.of(home.resolve("lib") + "/*"),
        mainClass,
        arguments,
        Map.of(),
        options().log());
  }

  private void writeSettings() throws IOException {
    int controllerPort = controllerPort();
    String text =
        """
        # Written at every start.
        %s=%d
        process.roles=broker,controller
        node.id=1
        listeners=CLIENTS://%s:%d,CONTROLLER://%s:%d%s
        advertised.listeners=CLIENTS://%s:%d,CONTROLLER://%s:%d%s
        listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT,PROXY:PLAINTEXT
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
                port(),
                Ports.HOST,
                controllerPort,
                proxyListener(behindProxy),
                Ports.HOST,
                port(),
                Ports.HOST,
                controllerPort,
                proxyListener(proxyPort),
                Ports.HOST,
                controllerPort,
                data().toString().replace("\\", "\\\\"));
    Files.writeString(settings(), text);
  }

  private String proxyListener(int port) {
    return proxyPort == 0 ? "" : ",PROXY://%s:%d".formatted(Ports.HOST, port);
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
    return options().folder().resolve(SETTINGS);
  }

  private Path logging() {
    return options().folder().resolve("log4j2.xml");
  }

  private Path data() {
    return options().folder().resolve("data");
  }
}
