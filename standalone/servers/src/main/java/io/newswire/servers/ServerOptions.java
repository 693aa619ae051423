package io.newswire.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a server is run.
 *
 * @param folder where it keeps its data; a server started again on the same folder goes on with it
 * @param port the port for clients on the loopback interface; 0 picks a free one
 * @param heap the Java heap in the JVM's own notation, such as {@code 512m}
 * @param log the file that its output is appended to
 * @param startTimeout how long it may take until it answers
 * @param jvmOptions further options of the Java process
 */
public record ServerOptions(
    Path folder, int port, String heap, Path log, Duration startTimeout, List<String> jvmOptions) {

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("not a port (0 to 65535): " + port);
    }
    if (!heap.matches("[1-9][0-9]*[kKmMgG]?")) {
      throw new IllegalArgumentException("not a heap size such as 512m: " + heap);
    }
    folder = folder.toAbsolutePath();
    log = log.toAbsolutePath();
    jvmOptions = List.copyOf(jvmOptions);
  }

  /** Data in {@code folder}, a free port, 512 MB, a log file beside the data, three minutes. */
  public static ServerOptions in(Path folder) {
    Path log = folder.toAbsolutePath().resolveSibling(folder.getFileName() + ".log");
    return new ServerOptions(folder, 0, "512m", log, Duration.ofMinutes(3), List.of());
  }

  public ServerOptions withPort(int port) {
    return new ServerOptions(folder, port, heap, log, startTimeout, jvmOptions);
  }

  public ServerOptions withHeap(String heap) {
    return new ServerOptions(folder, port, heap, log, startTimeout, jvmOptions);
  }

  public ServerOptions withLog(Path log) {
    return new ServerOptions(folder, port, heap, log, startTimeout, jvmOptions);
  }

  public ServerOptions withStartTimeout(Duration startTimeout) {
    return new ServerOptions(folder, port, heap, log, startTimeout, jvmOptions);
  }

  public ServerOptions withJvmOptions(String... jvmOptions) {
    return new ServerOptions(folder, port, heap, log, startTimeout, List.of(jvmOptions));
  }
}
