package io.newswire.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** Where the servers of tests come from. */
final class TestServers {

  static final String CHOICE = "NEWSWIRE_TEST_SERVERS";

  private static final Logger log = LoggerFactory.getLogger(TestServers.class);

  private TestServers() {}

  /**
   * Starts a server in a container where a Docker engine answers, and as a process where none does
   * or where the engine cannot run the image. The environment variable {@value #CHOICE} ({@code
   * docker} or {@code standalone}) takes the choice away.
   */
  static <T> T start(String server, Supplier<T> inContainer, Supplier<T> asProcess) {
    @Nullable String choice = System.getenv(CHOICE);
    return switch (choice == null ? "" : choice.toLowerCase(Locale.ROOT)) {
      case "docker" -> inContainer.get();
      case "standalone" -> asProcess.get();
      case "" ->
          DockerClientFactory.instance().isDockerAvailable()
              ? inContainerOrElse(server, inContainer, asProcess)
              : asProcess.get();
      default ->
          throw new IllegalArgumentException(
              CHOICE + " must be docker or standalone, not " + choice);
    };
  }

  private static <T> T inContainerOrElse(
      String server, Supplier<T> inContainer, Supplier<T> asProcess) {
    try {
      return inContainer.get();
    } catch (RuntimeException e) {
      log.warn(
          "Docker answers but cannot run this server, so it runs as a process: server={} reason={}",
          server,
          e.getMessage());
      return asProcess.get();
    }
  }

  /** A folder that is deleted with all that is in it when this JVM ends, after {@code closing}. */
  static Path temporaryFolder(String prefix) {
    try {
      return Files.createTempDirectory("newswire-test-" + prefix + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(TestServers::deleteOne);
    } catch (IOException e) {
      log.warn("Left behind: folder={} reason={}", folder, e.getMessage());
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("Left behind: file={} reason={}", file, e.getMessage());
    }
  }

  static void atExit(String server, Runnable action) {
    Runtime.getRuntime().addShutdownHook(new Thread(action, "stop-" + server));
  }
}
