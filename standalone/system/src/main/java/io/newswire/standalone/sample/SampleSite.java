package io.newswire.standalone.sample;

import static io.newswire.standalone.sample.Markup.escaped;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Serves the bundled newspapers: {@code /} lists them, {@code /feeds.opml} is the list for a feed
 * reader. Feeds and pages carry validators, and a request that has them is answered with 304.
 */
public final class SampleSite implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;
  private final String url;
  private final String opml;

  private SampleSite(HttpServer server, ExecutorService threads, String url, String opml) {
    this.server = server;
    this.threads = threads;
    this.url = url;
    this.opml = opml;
  }

  /** Serves at {@code http://host:port}; port 0 picks a free one. */
  public static SampleSite start(String host, int port) throws IOException {
    return start(InetAddress.getByName(host), port, host);
  }

  /**
   * @param address the interface to listen on
   * @param name the host name under which readers reach it, which the feeds' links carry
   */
  public static SampleSite start(InetAddress address, int port, String name) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    String url = "http://" + name + ":" + server.getAddress().getPort();
    List<Newspaper> papers = Newspapers.bundled();
    String opml = opml(papers, url);
    Map<String, Resource> resources = resources(papers, url, opml);
    server.createContext("/", exchange -> answer(exchange, resources));
    server.start();
    return new SampleSite(server, threads, url, opml);
  }

  /**
   * {@code SampleSite [PORT [HOST-NAME [FETCHER-URL]]]}: serves on all interfaces until it is told
   * to end, and subscribes the fetcher to its feeds.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 8090;
    String name = args.length > 1 ? args[1] : "localhost";
    SampleSite site = start(new InetSocketAddress(0).getAddress(), port, name);
    Runtime.getRuntime().addShutdownHook(new Thread(site::close, "stop"));
    System.out.println("Sample site is ready at " + site.url());
    if (args.length > 2) {
      Introduction.make(site.opml(), args[2], System.getenv("NEWSWIRE_API_KEY"));
    }
  }

  /** Without a slash at the end. */
  public String url() {
    return url;
  }

  /** The list of its feeds. */
  public String opml() {
    return opml;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static Map<String, Resource> resources(List<Newspaper> papers, String url, String opml) {
    Map<String, Resource> resources = new HashMap<>();
    resources.put("/", Resource.of("text/html; charset=utf-8", index(papers)));
    resources.put("/feeds.opml", Resource.of("text/x-opml; charset=utf-8", opml));
    resources.put(
        "/robots.txt",
        Resource.of("text/plain; charset=utf-8", "User-agent: *\nDisallow: /login\n"));
    for (Newspaper paper : papers) {
      resources.put(
          paper.feedPath(),
          Resource.of(paper.contentType(), new FeedText(paper, url).toString(), paper.updated()));
      resources.put("/" + paper.id() + "/", Resource.of("text/html; charset=utf-8", home(paper)));
      for (Story story : paper.stories()) {
        if (story.paper().equals(paper.id())) {
          resources.put(
              story.path(),
              Resource.of(
                  "text/html; charset=utf-8",
                  new StoryPage(paper, story, url).toString(),
                  story.published()));
        }
        if (story.image() != null) {
          resources.put(
              "/" + story.paper() + "/" + story.image(), Resource.of("image/svg+xml", CRAB));
        }
      }
    }
    return Map.copyOf(resources);
  }

  private static void answer(HttpExchange exchange, Map<String, Resource> resources)
      throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Resource resource = resources.get(exchange.getRequestURI().getPath());
      if (resource == null) {
        byte[] body = "Not found\n".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(404, method.equals("HEAD") ? -1 : body.length);
        if (!method.equals("HEAD")) {
          exchange.getResponseBody().write(body);
        }
        return;
      }
      resource.send(exchange);
    }
  }

  private static String opml(List<Newspaper> papers, String url) {
    String outlines =
        papers.stream()
            .map(
                paper ->
                    """
                        <outline type="rss" text="%s" xmlUrl="%s" htmlUrl="%s"%s/>
                    """
                        .formatted(
                            escaped(paper.name()),
                            url + paper.feedPath(),
                            url + "/" + paper.id() + "/",
                            paper.format() == Newspaper.Format.TEASERS
                                ? " newswire:fullText=\"true\""
                                : ""))
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0" xmlns:newswire="urn:newswire:opml">
          <head><title>Newspapers of Saltmere</title></head>
          <body>
        %s  </body>
        </opml>
        """
        .formatted(outlines);
  }

  private static String index(List<Newspaper> papers) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Newspapers of Saltmere</title></head>
        <body><h1>Newspapers of Saltmere</h1>
        <p>A town that does not exist, for trying out Newswire. \
        <a href="/feeds.opml">All feeds as OPML</a></p>
        <ul>
        %s
        </ul></body></html>
        """
        .formatted(
            papers.stream()
                .map(
                    paper ->
                        "<li lang=\"%s\"><a href=\"/%s/\">%s</a>: %s (<a href=\"%s\">feed</a>)</li>"
                            .formatted(
                                paper.language(),
                                paper.id(),
                                escaped(paper.name()),
                                escaped(paper.about()),
                                paper.feedPath()))
                .collect(Collectors.joining("\n")));
  }

  private static String home(Newspaper paper) {
    return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <link rel="alternate" type="%s" href="%s"></head>
        <body><h1>%s</h1><p>%s</p><ul>
        %s
        </ul></body></html>
        """
        .formatted(
            paper.language(),
            escaped(paper.name()),
            paper.contentType().split(";")[0],
            paper.feedPath(),
            escaped(paper.name()),
            escaped(paper.about()),
            paper.stories().stream()
                .map(
                    story ->
                        "<li><a href=\"%s\">%s</a></li>"
                            .formatted(story.path(), escaped(story.title())))
                .collect(Collectors.joining("\n")));
  }

  private static final String CRAB =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><ellipse cx="50" cy="35" rx="30" ry="18" \
      fill="#b5462f"/><circle cx="42" cy="14" r="4"/><circle cx="58" cy="14" r="4"/></svg>
      """;
}
