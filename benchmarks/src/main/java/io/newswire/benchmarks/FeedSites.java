package io.newswire.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Very many sites with a feed each: all addresses of 127.0.0.0/8 lead to this one server, and each
 * is a site of its own to the fetcher. Does validators, so that whoever has the document gets 304.
 */
final class FeedSites implements AutoCloseable {

  private static final String ETAG = "\"1\"";

  private final ServerSocket socket;
  private final int entries;
  private final LongAdder documents = new LongAdder();
  private final LongAdder notModified = new LongAdder();
  private final LongAdder broken = new LongAdder();

  FeedSites(int entries) throws IOException {
    this.entries = entries;
    // Only the wildcard address stands for all of 127.0.0.0/8; others are turned away.
    socket = new ServerSocket(0, 1024);
    Thread.ofPlatform().daemon().name("sites").start(this::accept);
  }

  /** The address of a feed; a different host for each. */
  String url(int feed) {
    return "http://127.%d.%d.%d:%d/feed"
        .formatted(1 + (feed >> 16), (feed >> 8) & 0xFF, feed & 0xFF, socket.getLocalPort());
  }

  long documents() {
    return documents.sum();
  }

  long broken() {
    return broken.sum();
  }

  long notModified() {
    return notModified.sum();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.startVirtualThread(() -> serve(connection));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          System.err.println("sites: " + e);
        }
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InetAddress peer = connection.getInetAddress();
      InputStream in = new BufferedInputStream(connection.getInputStream(), 2048);
      OutputStream out = connection.getOutputStream();
      while (peer.isLoopbackAddress() && answer(in, out)) {
        out.flush();
      }
    } catch (IOException e) {
      // The fetcher ended the connection, as it does when it is stopped.
      broken.increment();
    }
  }

  private boolean answer(InputStream in, OutputStream out) throws IOException {
    String host = null;
    boolean known = false;
    String line = line(in);
    if (line == null) {
      return false;
    }
    for (line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("host:")) {
        host = line.substring(5).strip();
      }
      known |= lower.startsWith("if-none-match:") && line.contains(ETAG);
    }
    if (known) {
      notModified.increment();
      out.write(head("304 Not Modified", ""));
      return true;
    }
    documents.increment();
    byte[] body = document(host == null ? "none" : host).getBytes(UTF_8);
    out.write(
        head("200 OK", "Content-Type: application/rss+xml\r\nContent-Length: " + body.length));
    out.write(body);
    return true;
  }

  private static byte[] head(String status, String more) {
    String lines = more.isEmpty() ? "" : more + "\r\n";
    return ("HTTP/1.1 " + status + "\r\nETag: " + ETAG + "\r\n" + lines + "\r\n")
        .getBytes(ISO_8859_1);
  }

  private String document(String host) {
    StringBuilder text = new StringBuilder(entries * 500);
    text.append("<rss version=\"2.0\"><channel><title>News of ")
        .append(host)
        .append("</title><link>http://")
        .append(host)
        .append("/</link>");
    for (int i = 0; i < entries; i++) {
      text.append("<item><title>Harbour report ")
          .append(i)
          .append("</title><link>http://")
          .append(host)
          .append("/2026/11/harbour-report-")
          .append(i)
          .append("</link><guid isPermaLink=\"false\">tag:")
          .append(host)
          .append(",2026:")
          .append(i)
          .append("</guid><pubDate>Mon, 0")
          .append(1 + i % 9)
          .append(" Nov 2026 0")
          .append(i % 10)
          .append(
              ":30:00 GMT</pubDate><description>&lt;p&gt;The ferry leaves the quay at half past,")
          .append(" and the council votes on the price of the winter timetable; the port says")
          .append(" that nothing is decided before the storm has passed.&lt;/p&gt;</description>")
          .append("</item>");
    }
    return text.append("</channel></rss>").toString();
  }

  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        return null;
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
