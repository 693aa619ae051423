package io.newswire.fetcher.poll;

import io.newswire.fetcher.http.HostGate;
import io.newswire.fetcher.http.Permit;
import io.newswire.fetcher.http.Turn;
import io.newswire.fetcher.ownership.FeedPolls;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.state.FeedStateDraft;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls owned feeds when they are due: so many at a time, each in a virtual thread, and none before
 * its site may be asked. A poll keeps its slot until what it found is committed, so that nothing
 * piles up while Kafka is away.
 */
public final class PollEngine implements FeedPolls, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PollEngine.class);
  private static final Duration AFTER_ERROR = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

  /**
   * @param at when it may be polled
   * @param due when it was due
   * @param ticket void when the feed has a newer one
   */
  private record Place(Instant at, Instant due, long ticket, OwnedFeed feed) {}

  private final FeedPoll poll;
  private final HostGate gate;
  private final PollMetrics metrics;
  private final InstantSource clock;
  private final Semaphore slots;
  private final PriorityQueue<Place> places = new PriorityQueue<>(Comparator.comparing(Place::at));
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread = Thread.ofPlatform().name("poll-engine").unstarted(this::run);
  private volatile boolean stopped;

  PollEngine(
      FeedPoll poll, HostGate gate, PollMetrics metrics, InstantSource clock, int concurrency) {
    this.poll = poll;
    this.gate = gate;
    this.metrics = metrics;
    this.clock = clock;
    slots = new Semaphore(concurrency);
  }

  /** Puts an engine together; it does nothing before {@link #start}. */
  public static PollEngine create(
      PollParts parts, PollProperties properties, PollMetrics metrics, FeedEvents events) {
    InstantSource clock = parts.clock();
    PollDecision decision =
        new PollDecision(
            parts.schedule(),
            parts.redirects(),
            parts.silence(),
            parts.outages(),
            properties.keepEntries());
    PollPublication publication =
        new PollPublication(
            events,
            new EntryPages(parts.pages(), metrics, clock),
            properties,
            metrics,
            clock,
            parts.random());
    FeedPoll poll =
        new FeedPoll(
            parts.http(),
            parts.seal(),
            new FeedReading(parts.parser()),
            decision,
            publication,
            metrics,
            clock);
    return new PollEngine(poll, parts.gate(), metrics, clock, properties.concurrency());
  }

  /** Begins to poll. */
  public void start() {
    thread.start();
  }

  @Override
  public void plan(OwnedFeed feed) {
    Instant due = feed.due();
    long ticket = feed.newTicket();
    if (due != null) {
      Instant now = clock.instant();
      offer(new Place(due, due.equals(Instant.EPOCH) ? now : due, ticket, feed));
    }
  }

  /** Ends: polls under way are left to end with their partition. */
  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void offer(Place place) {
    lock.lock();
    try {
      places.add(place);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        begin(takeDue());
      } catch (InterruptedException e) {
        if (!stopped) {
          log.warn("event=engine-interrupted");
        }
      }
    }
  }

  private Place takeDue() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Place first = places.peek();
        Instant now = clock.instant();
        if (first != null && !first.at().isAfter(now)) {
          return places.remove();
        }
        Duration wait = first == null ? LONGEST_WAIT : Duration.between(now, first.at());
        Duration bounded = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        changed.await(Math.max(1, bounded.toMillis()), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin(Place place) throws InterruptedException {
    OwnedFeed feed = place.feed();
    if (place.ticket() != feed.ticket() || !feed.isOwned()) {
      return;
    }
    slots.acquire();
    PollSlot slot = new PollSlot(slots);
    switch (gate.tryAcquire(URI.create(feed.subscription().url()))) {
      case Turn.Granted granted -> {
        if (feed.beginPoll()) {
          metrics.begun(Duration.between(place.due(), clock.instant()));
          Thread.ofVirtual()
              .name("poll-" + feed.subscription().id())
              .start(() -> poll(feed, granted.permit(), slot));
        } else {
          // The poll under way plans the next when it ends.
          granted.permit().close();
          slot.close();
        }
      }
      case Turn.NotBefore later -> {
        slot.close();
        Instant soonest = clock.instant().plus(SHORTEST_WAIT);
        Instant at = later.at().isBefore(soonest) ? soonest : later.at();
        offer(new Place(at, place.due(), place.ticket(), feed));
      }
    }
  }

  private void poll(OwnedFeed feed, Permit permit, PollSlot slot) {
    try (permit;
        slot) {
      poll.poll(feed, permit, slot);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // A fault of ours must neither end the polling of this feed nor repeat without pause.
      metrics.internalError();
      log.error("event=poll-broken feed={}", feed.subscription().id(), e);
      FeedStateDraft draft = feed.state().draft();
      draft.moveTo(feed.subscription().url());
      draft.lastFetchAt = clock.instant();
      draft.nextFetchAt = clock.instant().plus(AFTER_ERROR);
      draft.nextFetchReason = "internal error of the fetcher, see its log";
      feed.keep(draft.build());
    } finally {
      feed.endPoll();
      if (feed.isOwned()) {
        plan(feed);
      }
    }
  }
}
