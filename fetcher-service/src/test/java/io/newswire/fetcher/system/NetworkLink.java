package io.newswire.fetcher.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server on loopback that can be cut: connections stay open and no byte gets through, in
 * neither direction, as where a network drops packets. What was under way goes on when it is
 * healed, as it does where packets are sent again.
 */
final class NetworkLink implements AutoCloseable {

  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int target;
  private boolean cut;

  private NetworkLink(ServerSocket entrance) {
    this.entrance = entrance;
    Thread.ofVirtual().name("network-link").start(this::accept);
  }

  /** Opens one that leads nowhere yet. */
  static NetworkLink open() {
    try {
      return new NetworkLink(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return entrance.getLocalPort();
  }

  String address() {
    return "127.0.0.1:" + port();
  }

  NetworkLink to(int port) {
    target = port;
    return this;
  }

  synchronized void cut() {
    cut = true;
  }

  synchronized void heal() {
    cut = false;
    notifyAll();
  }

  private synchronized void awaitWhole() throws InterruptedException {
    while (cut) {
      wait();
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        open.add(client);
        Thread.ofVirtual().name("network-link-client").start(() -> connect(client));
      } catch (IOException e) {
        if (!entrance.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void connect(Socket client) {
    try (client) {
      awaitWhole();
      try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
        open.add(server);
        Thread answers = Thread.ofVirtual().start(() -> carry(server, client));
        carry(client, server);
        answers.join();
        open.remove(server);
      }
    } catch (IOException e) {
      // The server is away: the client's connection is closed, and it sees that.
      open.remove(client);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  /** Carries bytes until one side ends, whose end is carried over like the bytes before it. */
  private void carry(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        awaitWhole();
        out.write(bytes, 0, count);
        out.flush();
      }
      awaitWhole();
      to.shutdownOutput();
    } catch (IOException e) {
      closeBoth(from, to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeBoth(Socket one, Socket other) {
    try (one;
        other) {
      one.shutdownInput();
    } catch (IOException e) {
      // It was closed already, which is what is wanted.
      return;
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
      for (Socket socket : Set.copyOf(open)) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    heal();
  }
}
