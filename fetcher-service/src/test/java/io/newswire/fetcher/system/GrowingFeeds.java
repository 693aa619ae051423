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
import java.util.Comparator;
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
 * Feeds on sites of their own, each a loopback address, most of which have one entry more whenever
 * they are asked. They tell when a site is asked by two at once.
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
    this(count, 0, delay);
  }

  /**
   * @param quiet how many more there are that always have the same entry, so that a poll of them
   *     needs no commit
   */
  GrowingFeeds(int count, int quiet, Duration delay) {
    this.delay = delay;
    sites =
        IntStream.rangeClosed(1, count + quiet)
            .mapToObj(n -> new Site("127.0.0." + n, n <= count))
            .toList();
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

  /** Whether every feed was asked after a moment by the instance with this contact address. */
  boolean allAskedBy(String contact, Instant since) {
    return sites.stream()
        .allMatch(
            site ->
                site.server.requests().stream()
                    .anyMatch(r -> r.at().isAfter(since) && isFrom(contact, r)));
  }

  /** When the instance with this contact address asked any feed last, before a moment. */
  Instant lastAskedBy(String contact, Instant before) {
    return sites.stream()
        .flatMap(site -> site.server.requests().stream())
        .filter(request -> isFrom(contact, request))
        .map(Request::at)
        .filter(at -> at.isBefore(before))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  /**
   * The sites that one instance asked again between two moments, although another one had asked
   * them in the meantime.
   */
  List<String> askedInTurns(Instant from, Instant to) {
    return sites.stream()
        .filter(
            site -> {
              List<String> agents =
                  site.server.requests().stream()
                      .filter(request -> request.at().isAfter(from) && request.at().isBefore(to))
                      .map(request -> String.valueOf(request.header("user-agent")))
                      .toList();
              long changes =
                  IntStream.range(1, agents.size())
                      .filter(i -> !agents.get(i).equals(agents.get(i - 1)))
                      .count();
              return changes > 1;
            })
        .map(site -> site.address)
        .toList();
  }

  private static boolean isFrom(String contact, Request request) {
    String agent = request.header("user-agent");
    return agent != null && agent.contains(contact);
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
    private final boolean grows;
    private final ScriptedServer server;
    private final AtomicInteger entries = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicLong lastEnd = new AtomicLong(Long.MIN_VALUE / 2);
    private final AtomicLong shortestGap = new AtomicLong(Long.MAX_VALUE);

    Site(String address, boolean grows) {
      this.address = address;
      this.grows = grows;
      server = ScriptedServer.start(address).on("/feed", this::answer);
    }

    private boolean answer(Request request, OutputStream out)
        throws IOException, InterruptedException {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      shortestGap.accumulateAndGet(millis() - lastEnd.get(), Math::min);
      try {
        // An answer takes time, or two requests would hardly ever meet.
        TimeUnit.MILLISECONDS.sleep(ANSWER_MILLIS);
        int count = entries.updateAndGet(n -> n == 0 || grows && growing ? n + 1 : n);
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
