package io.newswire.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
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
public final class ElasticsearchServer implements AutoCloseable {

  private static final String NAME = "Elasticsearch";
  private static final int TIMEOUT_MS = 5_000;

  private final ServerOptions options;
  private final Path home;
  private final int port;
  private volatile JavaProcess process;

  private ElasticsearchServer(ServerOptions options, Path home, int port) {
    this.options = options;
    this.home = home;
    this.port = port;
    this.process = launch();
  }

  /**
   * Starts a node and returns when it accepts documents.
   *
   * @throws ServerStartException when it does not come up, saying why
   */
  public static ElasticsearchServer start(ServerOptions options) {
    int port = options.port() == 0 ? Ports.free() : options.port();
    return new ElasticsearchServer(options, ServerJars.elasticsearch(), port);
  }

  /** Such as {@code http://127.0.0.1:9200}, without a slash at the end. */
  public String url() {
    return "http://" + Ports.HOST + ":" + port;
  }

  public int port() {
    return port;
  }

  /** The node's process as it is now; a restart replaces it. */
  public JavaProcess process() {
    return process;
  }

  /** Starts it again, on the same port and data, after it was stopped or ended by itself. */
  public void restart() {
    stop();
    process = launch();
  }

  /** Stops it as an operator would, within 20 seconds. */
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
      Files.createDirectories(options.folder().resolve("config"));
      Files.createDirectories(options.folder().resolve("data"));
      Files.createDirectories(options.folder().resolve("tmp"));
    } catch (IOException e) {
      throw new ServerStartException(
          NAME + " cannot use the folder " + options.folder() + ": " + e, e);
    }
    JavaProcess started =
        new JavaCommand(
                NAME,
                jvmOptions(),
                List.of(home.resolve("launcher") + "/*"),
                "io.newswire.elasticsearch.launcher.Launcher",
                arguments(),
                Map.of(),
                options.log())
            .start();
    started.awaitReady(this::acceptsDocuments, options.startTimeout());
    return started;
  }

  private List<String> jvmOptions() {
    List<String> jvm = new ArrayList<>();
    jvm.add("-Xmx" + options.heap());
    jvm.add("-XX:+ExitOnOutOfMemoryError");
    jvm.add("-Djava.awt.headless=true");
    jvm.add("-Djava.io.tmpdir=" + options.folder().resolve("tmp"));
    // The native library for locking memory and vector arithmetic is not in the jars: do without.
    jvm.add("-Des.nativelibs.path=" + options.folder().resolve("none"));
    jvm.addAll(
        List.of(
            "--add-modules",
            "ALL-MODULE-PATH,jdk.incubator.vector,jdk.net,jdk.management.agent",
            "--enable-native-access=ALL-UNNAMED,org.elasticsearch.nativeaccess,"
                + "org.apache.lucene.core",
            "--module-path",
            home.resolve("lib").toString()));
    jvm.addAll(options.jvmOptions());
    return jvm;
  }

  private List<String> arguments() {
    return List.of(
        home.toString(),
        options.folder().resolve("config").toString(),
        "path.data=" + options.folder().resolve("data"),
        "path.logs=" + options.folder(),
        "cluster.name=newswire",
        "node.name=newswire",
        "discovery.type=single-node",
        "network.host=" + Ports.HOST,
        "http.port=" + port,
        "transport.port=" + Ports.free(),
        "logger.level=INFO");
  }

  private boolean acceptsDocuments() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(url() + "/_cluster/health?wait_for_status=yellow&timeout=3s")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(TIMEOUT_MS);
      connection.setReadTimeout(TIMEOUT_MS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
