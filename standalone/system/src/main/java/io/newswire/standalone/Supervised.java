package io.newswire.standalone;

import io.newswire.servers.JavaProcess;
import io.newswire.servers.LocalServer;

/** A process of the running system: which it is now, and how to start and end it. */
public sealed interface Supervised {

  Program program();

  /** The process as it is now; {@link #restart()} replaces it. */
  JavaProcess process();

  /**
   * Starts it again with the same ports and data.
   *
   * @throws io.newswire.servers.ServerStartException when it does not come up
   */
  void restart();

  /** Asks it to end, and ends it by force when it does not. */
  void stop();

  /** Kafka or Elasticsearch. */
  record Server(Program program, LocalServer server) implements Supervised {
    @Override
    public JavaProcess process() {
      return server.process();
    }

    @Override
    public void restart() {
      server.restart();
    }

    @Override
    public void stop() {
      server.stop();
    }
  }

  /** One of Newswire's own three. */
  record Service(ServiceProcess service) implements Supervised {
    @Override
    public Program program() {
      return service.program();
    }

    @Override
    public JavaProcess process() {
      return service.process();
    }

    @Override
    public void restart() {
      service.restart();
    }

    @Override
    public void stop() {
      service.stop();
    }
  }
}
