package io.newswire.indexer.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server that gives the answers that a real Elasticsearch gives rarely, one after the other, and
 * accepts everything once they are used up.
 */
public final class ScriptedElasticsearch implements AutoCloseable {

  /**
   * A bulk request as it arrived.
   *
   * @param authorization the header of that name, if there was one
   * @param ids ids of its items, in order
   */
  public record Received(@Nullable String authorization, List<String> ids) {}

  /** What to do with a request: bytes to send, or null to close the connection without a word. */
  public interface Answer extends Function<List<String>, byte @Nullable []> {}

  private final ServerSocket socket;
  private final ConcurrentLinkedQueue<Answer> script = new ConcurrentLinkedQueue<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile String version = "9.5.3";
  private volatile String partition = "";

  private ScriptedElasticsearch(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts a server on a free port of this machine. */
  public static ScriptedElasticsearch start() {
    try {
      return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server on a socket, which may speak TLS. */
  public static ScriptedElasticsearch start(ServerSocket socket) {
    ScriptedElasticsearch server = new ScriptedElasticsearch(socket);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  /** What it does next, before it accepts everything. */
  public ScriptedElasticsearch then(Answer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** What it says its version is. */
  public void version(String number) {
    version = number;
  }

  /** The only partition of its index, which has none otherwise. */
  public void partition(String label) {
    partition = "-" + label;
  }

  /** Bulk requests so far. */
  public List<Received> received() {
    return received;
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Answers each item with an error, or with success where {@code errorOf} gives null. */
  public static Answer items(Function<String, @Nullable String> errorOf) {
    return ids -> {
      StringBuilder items = new StringBuilder();
      for (String id : ids) {
        String error = errorOf.apply(id);
        items.append(items.isEmpty() ? "" : ",");
        items.append(error == null ? "{\"index\":{\"status\":201}}" : "{\"index\":" + error + "}");
      }
      return json(200, "{\"errors\":true,\"items\":[" + items + "]}");
    };
  }

  /** An item's error. */
  public static String error(int status, String type) {
    return "{\"status\":%d,\"error\":{\"type\":\"%s\",\"reason\":\"scripted\"}}"
        .formatted(status, type);
  }

  /** A complete response. */
  public static byte[] json(int status, String body) {
    byte[] content = body.getBytes(UTF_8);
    String head =
        "HTTP/1.1 %d Scripted\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, content.length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.getBytes(UTF_8));
    out.writeBytes(content);
    return out.toByteArray();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
        byte[] answer = answer(line, in);
        if (answer == null) {
          return;
        }
        out.write(answer);
        out.flush();
      }
    } catch (IOException e) {
      open.remove(connection); // The client went away, which it may.
    }
  }

  private byte @Nullable [] answer(String requestLine, InputStream in) throws IOException {
    int length = 0;
    String authorization = null;
    for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("authorization:")) {
        authorization = header.substring(14).strip();
      }
    }
    String body = new String(in.readNBytes(length), UTF_8);
    if (!requestLine.contains("/_bulk")) {
      return json(200, aboutTheIndex(requestLine.split(" ")[1]));
    }
    List<String> ids = ids(body);
    received.add(new Received(authorization, ids));
    Answer next = script.poll();
    return (next == null ? items(id -> null) : next).apply(ids);
  }

  /** As if the first generation of the index were there already, with the present mapping. */
  private String aboutTheIndex(String path) {
    if (path.endsWith("-*/_alias")) {
      String alias = path.substring(1, path.length() - "-*/_alias".length());
      return "{\"%s-000001%s\":{\"aliases\":{\"%s\":{\"is_write_index\":true}}}}"
          .formatted(alias, partition, alias);
    }
    if (path.contains("/_mapping")) {
      return "{\"%s\":{\"mappings\":{\"_meta\":{\"newswire\":{\"mapping\":99}}}}}"
          .formatted(path.substring(1, path.indexOf("*/_mapping")));
    }
    return path.equals("/") ? "{\"version\":{\"number\":\"" + version + "\"}}" : "{}";
  }

  private static List<String> ids(String body) {
    List<String> ids = new ArrayList<>();
    for (String line : body.split("\n")) {
      if (line.startsWith("{\"index\":{\"_") || line.startsWith("{\"delete\":{\"_")) {
        int start = line.indexOf("_id\":\"") + 6;
        ids.add(line.substring(start, line.indexOf('"', start)));
      }
    }
    return ids;
  }

  private static String readLine(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
