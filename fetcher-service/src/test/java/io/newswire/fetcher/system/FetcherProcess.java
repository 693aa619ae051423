package io.newswire.fetcher.system;

import io.newswire.fetcher.FetcherApplication;
import io.newswire.servers.JavaCommand;
import io.newswire.servers.JavaProcess;
import io.newswire.servers.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole service as a process of its own, which can be stopped, killed and paused. */
final class FetcherProcess extends FetcherApi {

  private final JavaProcess process;
  private final Path log;

  private FetcherProcess(JavaProcess process, int port, Path log) {
    super(port);
    this.process = process;
    this.log = log;
  }

  /** Starts one; it is ready when {@link #awaitReady} returns. */
  static FetcherProcess start(String name, Names names, Path folder, String... more) {
    return start(name, names, folder, List.of(), more);
  }

  /** The same with options for its JVM. */
  static FetcherProcess start(
      String name, Names names, Path folder, List<String> jvm, String... more) {
    int port = Ports.free();
    List<String> arguments = new ArrayList<>(names.arguments());
    arguments.add("--server.port=" + port);
    arguments.addAll(List.of(more));
    Path log = folder.resolve(name + ".log");
    JavaCommand command =
        new JavaCommand(
            name,
            Stream.concat(
                    Stream.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                    jvm.stream())
                .toList(),
            classPath(),
            FetcherApplication.class.getName(),
            arguments,
            Map.of(),
            log);
    return new FetcherProcess(command.start(), port, log);
  }

  /** The test's own, which Surefire hides in a jar but names in a property. */
  private static List<String> classPath() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(path.split(File.pathSeparator));
  }

  FetcherProcess awaitReady() {
    process.awaitReady(this::isReady, Duration.ofMinutes(2));
    return this;
  }

  @Override
  boolean isReady() {
    try {
      return super.isReady();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** SIGTERM, as an operator stops it. */
  void stop() {
    process.stop(Duration.ofSeconds(30));
  }

  /** SIGKILL, as a crash ends it. */
  void kill() {
    process.kill();
  }

  /** SIGSTOP: it is silent and knows nothing of it. */
  void pause() {
    process.pause();
  }

  /** SIGCONT. */
  void resume() {
    process.resume();
  }

  /** All that it has written. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    super.close();
    process.kill();
  }
}
