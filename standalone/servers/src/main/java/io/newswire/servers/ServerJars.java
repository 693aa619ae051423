package io.newswire.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Where the servers' jars are, and which versions they have. */
final class ServerJars {

  private ServerJars() {}

  /** A folder with {@code lib/*.jar}. */
  static Path kafka() {
    return built("kafka");
  }

  /** A home folder with {@code lib}, {@code modules} and {@code launcher}. */
  static Path elasticsearch() {
    return built("elasticsearch");
  }

  /** The image that {@code server}'s public distribution is published as. */
  static String image(String server) {
    Properties images = new Properties();
    try (InputStream in = ServerJars.class.getResourceAsStream("images.properties")) {
      images.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return images.getProperty(server);
  }

  private static Path built(String server) {
    String root = System.getProperty("newswire.root");
    if (root == null) {
      throw new IllegalStateException(
          "The system property newswire.root is not set: it names the project's root folder,"
              + " where the build puts the jars of Kafka and Elasticsearch");
    }
    for (Path folder = Path.of(root).toAbsolutePath();
        folder != null;
        folder = folder.getParent()) {
      Path home =
          folder
              .resolve("standalone")
              .resolve(server + "-server")
              .resolve("target")
              .resolve(server);
      if (Files.isDirectory(home.resolve("lib"))) {
        return home;
      }
    }
    throw new IllegalStateException(
        "The jars of "
            + server
            + " are not built below "
            + root
            + ": run"
            + " mvn process-classes -pl standalone/servers -am");
  }
}
