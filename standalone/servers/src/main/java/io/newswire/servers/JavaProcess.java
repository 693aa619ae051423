package io.newswire.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that was started as a process of its own, and how to wait for it and end it. */
public final class JavaProcess implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final long LOG_LIMIT_BYTES = 16L << 20;
  private static final int LOG_TAIL_LINES = 15;

  private final String name;
  private final Process process;
  private final Path log;
  private final long logStart;

  private JavaProcess(String name, Process process, Path log, long logStart) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  static JavaProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    try {
      long logStart = openLog(log);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      process.getOutputStream().close();
      return new JavaProcess(name, process, log, logStart);
    } catch (IOException e) {
      throw new ServerStartException(name + " cannot be started: " + e.getMessage(), e);
    }
  }

  /** Keeps one older log file, so that a system that runs for months does not fill the disk. */
  private static long openLog(Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    long size = Files.exists(log) ? Files.size(log) : 0;
    if (size > LOG_LIMIT_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      return 0;
    }
    return size;
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes with the exit code. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Waits until {@code ready} holds.
   *
   * @throws ServerStartException when the process ends before, or the time is over; the process is
   *     ended in both cases
   */
  public void awaitReady(BooleanSupplier ready, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      while (!ready.getAsBoolean()) {
        if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new ServerStartException(
              name
                  + " ended with exit code "
                  + process.exitValue()
                  + " while starting"
                  + logTail());
        }
        if (System.nanoTime() > deadline) {
          kill();
          throw new ServerStartException(
              name + " did not answer within " + timeout.toSeconds() + " seconds" + logTail());
        }
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new ServerStartException("Interrupted while waiting for " + name, e);
    }
  }

  /** Asks the process to end, and ends it by force when it has not after {@code grace}. */
  public void stop(Duration grace) {
    process.destroy();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the process at once, as a crash would. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Stops the process in its tracks without ending it: it keeps its connections and is silent. */
  public void pause() {
    signal("STOP");
  }

  /** Lets a paused process go on. */
  public void resume() {
    signal("CONT");
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(20));
  }

  /** The last lines that this process wrote, or where to look. */
  public String logTail() {
    try {
      String text;
      try (var channel = Files.newByteChannel(log)) {
        channel.position(Math.min(logStart, channel.size()));
        text = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
      }
      List<String> lines = new ArrayList<>(text.lines().toList());
      List<String> tail = lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size());
      return "; the end of " + log + ":\n    " + String.join("\n    ", tail);
    } catch (IOException e) {
      return "; its log " + log + " cannot be read (" + e.getMessage() + ")";
    }
  }

  private void signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("Cannot send SIG" + signal + " to " + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while signalling " + name, e);
    }
  }
}
