package io.newswire.fetcher.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Politeness: a site is asked by one request at a time, and only after its delay since the last
 * one's end. First come, first served. Remembers a site no longer than somebody waits for it or its
 * delay runs. Safe for any number of (virtual) threads.
 */
public final class HostGate {

  private static final int SWEEP_EVERY = 1024;

  /** An exchange takes some time, whatever the delay: nobody has to ask again at once. */
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private static final Duration FURTHEST = Duration.ofMinutes(1);

  private final Duration delay;
  private final Map<String, Duration> delays;
  private final InstantSource clock;
  private final ConcurrentHashMap<String, Site> sites = new ConcurrentHashMap<>();
  private final AtomicInteger entered = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * A gate.
   *
   * @param delay least time between the end of a request to a site and the next
   * @param delays the same for single sites, by their key
   */
  public HostGate(Duration delay, Map<String, Duration> delays, InstantSource clock) {
    this.delay = delay;
    this.delays = Map.copyOf(delays);
    this.clock = clock;
  }

  /** What is known of a site; {@code users} only changes under the map's lock. */
  private static final class Site {
    private final Semaphore turn = new Semaphore(1, true);
    private int users;
    private volatile @Nullable Instant lastEnd;
    private volatile Duration longestDelay = Duration.ZERO;
    private final AtomicInteger sentAway = new AtomicInteger();

    /** What is left of a delay; no more than all of it, even if the clock was set back. */
    Duration left(Duration delay, Instant now) {
      Instant end = lastEnd;
      if (end == null) {
        return Duration.ZERO;
      }
      Duration left = Duration.between(now, end.plus(delay));
      return left.isNegative() ? Duration.ZERO : left.compareTo(delay) > 0 ? delay : left;
    }

    boolean isForgettable(Instant now) {
      return users == 0 && left(longestDelay, now).isZero();
    }
  }

  /**
   * What counts as one site: the registrable domain of a host name ({@code example.co.uk}), host
   * and port of an address or of a name without public suffix.
   */
  public String key(URI url) {
    return SiteKey.of(url);
  }

  /** Least time between the end of a request to an address's site and the next. */
  public Duration delay(URI url) {
    return delayOf(key(url));
  }

  /**
   * Waits for the site's turn, however long.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public Permit acquire(URI url) throws InterruptedException {
    Permit permit = acquire(url, Duration.ZERO, null);
    if (permit == null) {
      throw new IllegalStateException("a wait without end has ended");
    }
    return permit;
  }

  /**
   * Waits for the site's turn.
   *
   * @param crawlDelay the least time since the last request, where it is longer than the configured
   *     delay
   * @param longestWait null for however long
   * @return null when the turn did not come, or will not come, in time
   * @throws InterruptedException when this thread is interrupted
   */
  public @Nullable Permit acquire(URI url, Duration crawlDelay, @Nullable Duration longestWait)
      throws InterruptedException {
    String key = key(url);
    Duration least = longer(crawlDelay, delayOf(key));
    Instant deadline = longestWait == null ? Instant.MAX : clock.instant().plus(longestWait);
    Site site = enter(key, least);
    boolean granted = false;
    waiting.incrementAndGet();
    try {
      granted = await(site, least, longestWait, deadline);
      return granted ? new Held(key, site) : null;
    } finally {
      waiting.decrementAndGet();
      if (!granted) {
        leave(key);
      }
    }
  }

  private boolean await(Site site, Duration least, @Nullable Duration longest, Instant deadline)
      throws InterruptedException {
    if (longest == null) {
      site.turn.acquire();
    } else if (!site.turn.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    boolean ready = false;
    try {
      Instant now = clock.instant();
      Duration left = site.left(least, now);
      if (now.plus(left).isAfter(deadline)) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(left.toNanos());
      ready = true;
      return true;
    } finally {
      if (!ready) {
        site.turn.release();
      }
    }
  }

  /** Takes the site's turn if it is free now and nobody waits for it; does not wait. */
  public Turn tryAcquire(URI url) {
    String key = key(url);
    Duration least = delayOf(key);
    Site site = enter(key, least);
    boolean granted = !site.turn.hasQueuedThreads() && site.turn.tryAcquire();
    Instant now = clock.instant();
    Duration left = granted ? site.left(least, now) : least;
    if (!granted || left.isPositive()) {
      if (granted) {
        site.turn.release();
      }
      leave(key);
      return new Turn.NotBefore(now.plus(later(site, left, least)));
    }
    site.sentAway.set(0);
    return new Turn.Granted(new Held(key, site));
  }

  /**
   * When to come back. Who is sent away after others since the last turn is told a later time, each
   * in turn up to a minute ahead, so that thousands of one site's feeds do not all ask at once.
   */
  private static Duration later(Site site, Duration left, Duration least) {
    Duration step = longer(least, SHORTEST);
    long steps = Math.max(1, FURTHEST.toNanos() / step.toNanos());
    int before = site.sentAway.getAndIncrement();
    return longer(left, Duration.ofMillis(1)).plus(step.multipliedBy(before % steps));
  }

  /** Sites that are remembered now. */
  int sites() {
    return sites.size();
  }

  /** Who waits for a turn or a delay now. */
  int waiting() {
    return waiting.get();
  }

  private Duration delayOf(String key) {
    return delays.getOrDefault(key, delay);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private Site enter(String key, Duration least) {
    if (entered.incrementAndGet() % SWEEP_EVERY == 0) {
      sweep();
    }
    return sites.compute(
        key,
        (k, known) -> {
          Site site = known == null ? new Site() : known;
          site.users++;
          site.longestDelay = longer(site.longestDelay, least);
          return site;
        });
  }

  private void leave(String key) {
    Instant now = clock.instant();
    sites.computeIfPresent(
        key,
        (k, site) -> {
          site.users--;
          return site.isForgettable(now) ? null : site;
        });
  }

  private void sweep() {
    Instant now = clock.instant();
    for (String key : sites.keySet()) {
      sites.computeIfPresent(key, (k, site) -> site.isForgettable(now) ? null : site);
    }
  }

  private final class Held implements Permit {
    private final String key;
    private final Site site;
    private final AtomicBoolean closed = new AtomicBoolean();

    Held(String key, Site site) {
      this.key = key;
      this.site = site;
    }

    @Override
    public String key() {
      return key;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        site.lastEnd = clock.instant();
        site.turn.release();
        leave(key);
      }
    }
  }
}
