package io.newswire.servers;

import java.nio.file.Path;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The Elasticsearch node that the tests of one JVM share: started by the first that asks, stopped
 * when the JVM ends. Tests keep out of each other's way by index names of their own; a test that
 * stops or stalls its node takes {@link #own(Path)}.
 */
public final class TestElasticsearch {

  private TestElasticsearch() {}

  /** Such as {@code http://127.0.0.1:49200}, without a slash at the end. */
  public static String url() {
    return Shared.URL;
  }

  /**
   * A node of the test's own, always a process, which can be stopped, killed, paused and started
   * again on the same port and data. The test closes it.
   */
  public static ElasticsearchServer own(Path folder) {
    return ElasticsearchServer.start(options(folder));
  }

  static ServerOptions options(Path folder) {
    return ServerOptions.in(folder).withHeap("384m").withJvmOptions("-XX:TieredStopAtLevel=1");
  }

  private static String inContainer() {
    DockerImageName image =
        DockerImageName.parse(ServerJars.image("elasticsearch"))
            .asCompatibleSubstituteFor("docker.elastic.co/elasticsearch/elasticsearch");
    @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends.
    ElasticsearchContainer container =
        new ElasticsearchContainer(image)
            .withEnv("xpack.security.enabled", "false")
            .withEnv("cluster.routing.allocation.disk.threshold_enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms384m -Xmx384m");
    container.start();
    return "http://" + container.getHttpHostAddress();
  }

  private static String asProcess() {
    Path folder = TestServers.temporaryFolder("elasticsearch");
    ElasticsearchServer server = own(folder.resolve("elasticsearch"));
    TestServers.atExit(
        "elasticsearch",
        () -> {
          server.kill();
          TestServers.delete(folder);
        });
    return server.url();
  }

  /** Initialised when first used, and only once. */
  private static final class Shared {
    static final String URL =
        TestServers.start(
            "elasticsearch", TestElasticsearch::inContainer, TestElasticsearch::asProcess);
  }
}
