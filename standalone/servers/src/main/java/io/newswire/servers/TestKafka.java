package io.newswire.servers;

import java.nio.file.Path;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The Kafka broker that the tests of one JVM share: started by the first that asks, stopped when
 * the JVM ends. Tests keep out of each other's way by topic and group names of their own; a test
 * that stops or stalls its broker takes {@link #own(Path)}.
 */
public final class TestKafka {

  private TestKafka() {}

  /** The address for a client's {@code bootstrap.servers}. */
  public static String bootstrapServers() {
    return Shared.BOOTSTRAP_SERVERS;
  }

  /**
   * A broker of the test's own, always a process, which can be stopped, killed, paused and started
   * again on the same port and data. The test closes it.
   */
  public static KafkaServer own(Path folder) {
    return KafkaServer.start(options(folder));
  }

  /**
   * The same for a test that cuts some clients off: those that come through a proxy of its own,
   * which leads to {@link KafkaServer#portBehindProxy()}.
   *
   * @param proxyPort where the proxy listens
   */
  public static KafkaServer ownBehindProxy(Path folder, int proxyPort) {
    return KafkaServer.start(options(folder), proxyPort);
  }

  static ServerOptions options(Path folder) {
    return ServerOptions.in(folder).withHeap("256m").withJvmOptions("-XX:TieredStopAtLevel=1");
  }

  private static String inContainer() {
    @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends.
    KafkaContainer container =
        new KafkaContainer(ServerJars.image("kafka"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_HEAP_OPTS", "-Xmx256m");
    container.start();
    return container.getBootstrapServers();
  }

  private static String asProcess() {
    Path folder = TestServers.temporaryFolder("kafka");
    KafkaServer server = own(folder.resolve("kafka"));
    TestServers.atExit(
        "kafka",
        () -> {
          server.kill();
          TestServers.delete(folder);
        });
    return server.bootstrapServers();
  }

  /** Initialised when first used, and only once. */
  private static final class Shared {
    static final String BOOTSTRAP_SERVERS =
        TestServers.start("kafka", TestKafka::inContainer, TestKafka::asProcess);
  }
}
