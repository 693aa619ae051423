package io.newswire.fetcher.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server on a free loopback port that answers as scripted, byte for byte, and records every
 * request. Unscripted targets are answered with 404.
 */
public final class ScriptedServer implements AutoCloseable {

  /** What a request got. */
  @FunctionalInterface
  public interface Script {

    /**
     * Writes the answer.
     *
     * @return whether the connection is kept open for the next request
     */
    boolean answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * A request as it came.
   *
   * @param target path and query
   * @param headers names in lower case, values as ISO-8859-1
   * @param connection number of the connection it came on
   */
  public record Request(
      String method, String target, Map<String, String> headers, Instant at, int connection) {

    /** A header by its lower-case name. */
    public @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  private final ServerSocket socket;
  private final String scheme;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile int connections;

  private ScriptedServer(ServerSocket socket, String scheme) {
    this.socket = socket;
    this.scheme = scheme;
    Thread.ofVirtual().name("scripted-server").start(this::accept);
  }

  /** Starts a server without TLS. */
  public static ScriptedServer start() {
    return start("127.0.0.1");
  }

  /** Starts a server without TLS at a loopback address of its own, which makes it a site. */
  public static ScriptedServer start(String address) {
    try {
      return new ScriptedServer(new ServerSocket(0, 50, InetAddress.ofLiteral(address)), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server with TLS. */
  public static ScriptedServer startTls(SSLContext keys) {
    try {
      return new ScriptedServer(
          keys.getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")),
          "https");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of a target, by the IP address that the server listens on. */
  public URI url(String target) {
    return url(socket.getInetAddress().getHostAddress(), target);
  }

  /** The same by a host name, which has to lead to 127.0.0.1. */
  public URI url(String host, String target) {
    return URI.create(scheme + "://" + host + ":" + port() + target);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Scripts the answer to a target. */
  public ScriptedServer on(String target, Script script) {
    scripts.put(target, script);
    return this;
  }

  /** Scripts a whole answer to a target. */
  public ScriptedServer on(String target, int status, Map<String, String> headers, byte[] body) {
    return on(target, reply(status, headers, body));
  }

  /** Scripts a whole answer to a target. */
  public ScriptedServer on(String target, int status, Map<String, String> headers, String body) {
    return on(target, status, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Every request so far, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The requests to a target so far, in order. */
  public List<Request> requests(String target) {
    return requests.stream().filter(request -> request.target().equals(target)).toList();
  }

  /** Connections accepted so far. */
  public int connections() {
    return connections;
  }

  /** What went wrong in the server itself; a test may want it empty. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** A well-formed answer with Content-Length. */
  public static Script reply(int status, Map<String, String> headers, byte[] body) {
    return (request, out) -> {
      Map<String, String> all = new LinkedHashMap<>(headers);
      boolean bodyless = status == 304 || status == 204;
      if (!bodyless && !all.containsKey("Transfer-Encoding")) {
        all.putIfAbsent("Content-Length", Integer.toString(body.length));
      }
      write(out, head(status, all));
      if (!bodyless) {
        out.write(body);
      }
      out.flush();
      return true;
    };
  }

  /** A redirect. */
  public static Script redirect(int status, String location) {
    return reply(status, Map.of("Location", location), new byte[0]);
  }

  /** Bytes as they are, after which the connection is closed. */
  public static Script raw(String bytes) {
    return (request, out) -> {
      write(out, bytes);
      out.flush();
      return false;
    };
  }

  /** Status line and headers with the empty line after them. */
  public static String head(int status, Map<String, String> headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Scripted\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  /** Writes text as ISO-8859-1. */
  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        int number = ++connections;
        open.add(connection);
        Thread.ofVirtual().name("scripted-connection").start(() -> serve(connection, number));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          errors.add(e.toString());
        }
      }
    }
  }

  private void serve(Socket connection, int number) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      boolean keep = true;
      while (keep) {
        Request request = request(in, number);
        if (request == null) {
          return;
        }
        requests.add(request);
        Script script = scripts.getOrDefault(request.target(), reply(404, Map.of(), new byte[0]));
        keep = script.answer(request, out);
      }
    } catch (SocketException e) {
      // The client went away, as many tests want it to.
      open.remove(connection);
    } catch (IOException e) {
      errors.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
    }
  }

  private static @Nullable Request request(InputStream in, int connection) throws IOException {
    String start = line(in);
    if (start == null) {
      return null;
    }
    String[] parts = start.split(" ");
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0 || parts.length < 2) {
        throw new IOException("no HTTP request: " + start);
      }
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (a, b) -> a + ", " + b);
    }
    return new Request(parts[0], parts[1], headers, Instant.now(), connection);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : new ArrayList<>(open)) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
