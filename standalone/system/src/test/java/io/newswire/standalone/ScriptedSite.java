package io.newswire.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.newswire.servers.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A site whose feeds a test writes: an entry a title, with an ETag that follows the content. */
final class ScriptedSite implements AutoCloseable {

  private final Map<String, List<String>> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger unchangedAnswers = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  ScriptedSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Adds entries to a feed, which begins with its first one. */
  void publish(String feed, List<String> titles) {
    feeds.computeIfAbsent(feed, name -> new CopyOnWriteArrayList<>()).addAll(titles);
  }

  String url(String feed) {
    return "http://" + Ports.HOST + ":" + server.getAddress().getPort() + "/" + feed + ".xml";
  }

  /** How many requests were answered with 304. */
  int unchangedAnswers() {
    return unchangedAnswers.get();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String feed = exchange.getRequestURI().getPath().replaceAll("^/|\\.xml$", "");
      List<String> titles = feeds.get(feed);
      if (titles == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      List<String> now = List.copyOf(titles);
      String etag = "\"" + feed + "-" + now.size() + "\"";
      exchange.getResponseHeaders().set("ETag", etag);
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        unchangedAnswers.incrementAndGet();
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      byte[] body = rss(feed, now).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String rss(String feed, List<String> titles) {
    StringBuilder xml =
        new StringBuilder("<rss version=\"2.0\"><channel><title>" + feed + "</title>\n");
    for (int i = 0; i < titles.size(); i++) {
      xml.append(
          """
          <item><title>%s</title><link>https://%s.example/%d</link><guid>%s-%d</guid>
          <pubDate>Wed, 28 Oct 2026 07:%02d:00 GMT</pubDate>
          <description>The council of the town met on Tuesday and decided about %s.</description></item>
          """
              .formatted(titles.get(i), feed, i, feed, i, i % 60, titles.get(i)));
    }
    return xml.append("</channel></rss>").toString();
  }
}
