package io.newswire.servers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One Elasticsearch node that is a cluster of its own, speaking plain HTTP on the loopback
 * interface. Started again on the same folder it has the same indices.
 */
public final class ElasticsearchServer extends LocalServer {

  private static final String NAME = "Elasticsearch";
  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

  private final Path home = ServerJars.elasticsearch();

  private ElasticsearchServer(ServerOptions options) {
    super(NAME, options);
  }

  /**
   * Starts a node and returns when it accepts documents.
   *
   * @throws ServerStartException when it does not come up, saying why
   */
  public static ElasticsearchServer start(ServerOptions options) {
    ElasticsearchServer server = new ElasticsearchServer(options);
    server.launch();
    return server;
  }

  /** Such as {@code http://127.0.0.1:9200}, without a slash at the end. */
  public String url() {
    return "http://" + Ports.HOST + ":" + port();
  }

  @Override
  void prepare() throws IOException {
    Files.createDirectories(options().folder().resolve("config"));
    Files.createDirectories(options().folder().resolve("data"));
    Files.createDirectories(options().folder().resolve("tmp"));
  }

  @Override
  JavaCommand command() {
    return new JavaCommand(
        NAME,
        jvmOptions(),
        List.of(home.resolve("launcher") + "/*"),
        "io.newswire.elasticsearch.launcher.Launcher",
        arguments(),
        Map.of(),
        options().log());
  }

  @Override
  boolean answers() {
    return HttpProbe.isOk(
        URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=3s"), PROBE_TIMEOUT);
  }

  private List<String> jvmOptions() {
    List<String> jvm = new ArrayList<>();
    jvm.add("-Xmx" + options().heap());
    jvm.add("-XX:+ExitOnOutOfMemoryError");
    jvm.add("-Djava.awt.headless=true");
    jvm.add("-Djava.io.tmpdir=" + options().folder().resolve("tmp"));
    // The native library for locking memory and vector arithmetic is not in the jars: do without.
    jvm.add("-Des.nativelibs.path=" + options().folder().resolve("none"));
    jvm.addAll(
        List.of(
            "--add-modules",
            "ALL-MODULE-PATH,jdk.incubator.vector,jdk.net,jdk.management.agent",
            "--enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,"
                + "org.apache.lucene.core",
            "--module-path",
            home.resolve("lib").toString()));
    jvm.addAll(options().jvmOptions());
    return jvm;
  }

  private List<String> arguments() {
    return List.of(
        home.toString(),
        options().folder().resolve("config").toString(),
        "path.data=" + options().folder().resolve("data"),
        "path.logs=" + options().folder(),
        "cluster.name=newswire",
        "node.name=newswire",
        "discovery.type=single-node",
        "network.host=" + Ports.HOST,
        "http.port=" + port(),
        "transport.port=" + Ports.free(),
        "logger.level=INFO");
  }
}
