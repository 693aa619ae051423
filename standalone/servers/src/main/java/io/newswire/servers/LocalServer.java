package io.newswire.servers;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs as a process of its own, on the loopback interface and on a folder of its own.
 * Started again it has the same port and the same data.
 */
public abstract sealed class LocalServer implements AutoCloseable
    permits KafkaServer, ElasticsearchServer {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final String name;
  private final ServerOptions options;
  private final int port;
  private volatile @Nullable JavaProcess process;

  LocalServer(String name, ServerOptions options) {
    this.name = name;
    this.options = options;
    this.port = options.port() == 0 ? Ports.free() : options.port();
  }

  /** Writes what the process needs to find in the folder. */
  abstract void prepare() throws IOException;

  /** The process to start once the folder is prepared. */
  abstract JavaCommand command();

  /** Whether it answers its clients. */
  abstract boolean answers();

  public final int port() {
    return port;
  }

  /** The server's process as it is now; a restart replaces it. */
  public final JavaProcess process() {
    JavaProcess current = process;
    if (current == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return current;
  }

  /**
   * Starts it again, on the same port and data, after it was stopped or ended by itself.
   *
   * @throws ServerStartException when it does not come up, saying why
   */
  public final void restart() {
    stop();
    launch();
  }

  /** Stops it as an operator would, within 20 seconds. */
  public final void stop() {
    process().stop(GRACE);
  }

  /** Ends it as a crash would. */
  public final void kill() {
    process().kill();
  }

  /** Makes it silent without closing its connections, as a stalled machine would. */
  public final void pause() {
    process().pause();
  }

  /** Lets it go on after a pause. */
  public final void resume() {
    process().resume();
  }

  @Override
  public final void close() {
    stop();
  }

  final ServerOptions options() {
    return options;
  }

  /** Starts it and returns when it answers. */
  final void launch() {
    if (!Ports.isFree(port)) {
      throw new ServerStartException(
          name + " cannot listen on port " + port + ": another program does; choose another port");
    }
    try {
      prepare();
    } catch (IOException e) {
      throw new ServerStartException(
          name + " cannot use the folder " + options.folder() + ": " + e, e);
    }
    JavaProcess started = command().start();
    process = started;
    started.awaitReady(this::answers, options.startTimeout());
  }
}
