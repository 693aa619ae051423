package io.newswire.fetcher.system;

import io.newswire.fetcher.http.ScriptedServer;
import io.newswire.fetcher.http.ScriptedServer.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Feeds on sites of their own, each a loopback address, that have one entry more whenever they are
 * asked. They tell when a site is asked by two at once.
 */
final class GrowingFeeds implements AutoCloseable {

  private static final Map<String, String> XML = Map.of("Content-Type", "application/rss+xml");
  private static final int ANSWER_MILLIS = 40;

  /** What two clocks of milliseconds may differ by. */
  private static final int CLOCKS_MILLIS = 5;

  private final List<Site> sites;
  private final Duration delay;
  private volatile boolean growing = true;

  /**
   * @param count how many
   * @param delay least time that their sites want between the end of a request and the next
   */
  GrowingFeeds(int count, Duration delay) {
    this.delay = delay;
    sites = IntStream.rangeClosed(1, count).mapToObj(n -> new Site("127.0.0." + n)).toList();
  }

  List<URI> urls() {
    return sites.stream().map(site -> site.server.url("/feed")).toList();
  }

  /** Whether every feed was asked after a moment. */
  boolean allAskedSince(Instant moment) {
    return sites.stream()
        .allMatch(site -> site.server.requests().stream().anyMatch(r -> r.at().isAfter(moment)));
  }

  /** Whether any feed was asked after a moment. */
  boolean anyAskedSince(Instant moment) {
    return sites.stream()
        .anyMatch(site -> site.server.requests().stream().anyMatch(r -> r.at().isAfter(moment)));
  }

  /** No entries are added any more. */
  void stopGrowing() {
    growing = false;
  }

  /** Titles of all entries that were ever served. */
  Set<String> served() {
    return sites.stream()
        .flatMap(site -> IntStream.rangeClosed(1, site.entries.get()).mapToObj(site::title))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The sites that were asked by two at once. */
  List<String> askedTwiceAtOnce() {
    return sites.stream().filter(site -> site.most.get() > 1).map(site -> site.address).toList();
  }

  /** The sites that were asked again before their delay was over. */
  List<String> askedTooSoon() {
    return sites.stream()
        .filter(site -> site.shortestGap.get() < delay.toMillis() - CLOCKS_MILLIS)
        .map(site -> site.address + " after " + site.shortestGap.get() + " ms")
        .toList();
  }

  @Override
  public void close() {
    sites.forEach(site -> site.server.close());
  }

  private final class Site {
    private final String address;
    private final ScriptedServer server;
    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLong lastEnd = new AtomicLong(Long.MIN_VALUE / 2);
    private final AtomicLong shortestGap = new AtomicLong(Long.MAX_VALUE);

    Site(String address) {
      this.address = address;
      server = ScriptedServer.start(address).on("/feed", this::answer);
    }

    private boolean answer(Request request, OutputStream out)
        throws IOException, InterruptedException {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      shortestGap.accumulateAndGet(millis() - lastEnd.get(), Math::min);
      try {
        // An answer takes time, or two requests would hardly ever meet.
        TimeUnit.MILLISECONDS.sleep(ANSWER_MILLIS);
        int count = growing ? entries.incrementAndGet() : entries.get();
        byte[] body = document(count).getBytes(StandardCharsets.UTF_8);
        return ScriptedServer.reply(200, XML, body).answer(request, out);
      } finally {
        lastEnd.set(millis());
        now.decrementAndGet();
      }
    }

    private static long millis() {
      return System.nanoTime() / 1_000_000;
    }

    private String document(int count) {
      List<String> items = new ArrayList<>();
      for (int n = count; n > 0; n--) {
        items.add("<item><title>%s</title><guid>%s</guid></item>".formatted(title(n), title(n)));
      }
      return "<rss version=\"2.0\"><channel><title>%s</title>%s</channel></rss>"
          .formatted(address, String.join("", items));
    }

    private String title(int n) {
      return address + "-" + n;
    }
  }
}
