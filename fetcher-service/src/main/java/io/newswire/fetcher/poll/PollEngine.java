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
import java.util.concurrent.Semaphore;
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
  private static final Duration LEASE_RETRY = Duration.ofSeconds(1);
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

  private final FeedPoll poll;
  private final HostGate gate;
  private final PollMetrics metrics;
  private final InstantSource clock;
  private final Semaphore slots;
  private final PollQueue queue;
  private final Thread thread = Thread.ofPlatform().name("poll-engine").unstarted(this::run);
  private volatile boolean stopped;

  PollEngine(
      FeedPoll poll, HostGate gate, PollMetrics metrics, InstantSource clock, int concurrency) {
    this.poll = poll;
    this.gate = gate;
    this.metrics = metrics;
    this.clock = clock;
    slots = new Semaphore(concurrency);
    queue = new PollQueue(clock);
  }

  /**
   * Puts an engine together; it does nothing before {@link #start}.
   *
   * @param largestArticle bytes that the value of a raw article may have
   */
  public static PollEngine create(
      PollParts parts,
      PollProperties properties,
      PollMetrics metrics,
      FeedEvents events,
      int largestArticle) {
    InstantSource clock = parts.clock();
    PollDecision decision =
        new PollDecision(
            parts.schedule(),
            parts.redirects(),
            parts.silence(),
            parts.outages(),
            properties.keepEntries());
    Semaphore pageSlots = new Semaphore(properties.pageConcurrency());
    PollPublication publication =
        new PollPublication(
            events,
            new EntryPages(parts.pages(), metrics, clock),
            pageSlots,
            properties,
            largestArticle,
            metrics,
            clock,
            parts.random());
    FeedPoll poll =
        new FeedPoll(
            parts.http(),
            parts.seal(),
            new FeedReading(parts.parser()),
            new FeedSearch(parts.pages(), parts.parser(), pageSlots),
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
    if (due == null) {
      queue.remove(feed);
    } else if (feed.isOwned()) {
      queue.put(feed, due, due.equals(Instant.EPOCH) ? clock.instant() : due);
    }
  }

  @Override
  public void forget(OwnedFeed feed) {
    queue.remove(feed);
  }

  /** Returns how many feeds wait for their next poll. */
  int waiting() {
    return queue.size();
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

  private void run() {
    while (!stopped) {
      try {
        begin(queue.take());
      } catch (InterruptedException e) {
        if (!stopped) {
          log.warn("event=engine-interrupted");
        }
      }
    }
  }

  private void begin(PollQueue.Place place) throws InterruptedException {
    OwnedFeed feed = place.feed();
    if (!feed.isOwned()) {
      return;
    }
    slots.acquire();
    PollSlot slot = new PollSlot(slots);
    boolean begun = false;
    try {
      begun = begin(place, slot);
    } catch (RuntimeException e) {
      // One feed's fault must not end the polling of all.
      broken(feed, e);
      plan(feed);
    } finally {
      if (!begun) {
        slot.close();
      }
    }
  }

  private boolean begin(PollQueue.Place place, PollSlot slot) {
    OwnedFeed feed = place.feed();
    if (!feed.mayBeAsked()) {
      putBack(place, clock.instant().plus(LEASE_RETRY));
      return false;
    }
    return switch (gate.tryAcquire(URI.create(feed.subscription().url()))) {
      case Turn.Granted granted -> begin(place, slot, granted.permit());
      case Turn.NotBefore later -> {
        Instant soonest = clock.instant().plus(SHORTEST_WAIT);
        putBack(place, later.at().isBefore(soonest) ? soonest : later.at());
        yield false;
      }
    };
  }

  private boolean begin(PollQueue.Place place, PollSlot slot, Permit permit) {
    OwnedFeed feed = place.feed();
    Thread thread =
        Thread.ofVirtual()
            .name("poll-" + feed.subscription().id())
            .unstarted(() -> poll(feed, permit, slot));
    Duration late = Duration.between(place.due(), clock.instant());
    if (!feed.beginPoll(thread)) {
      // The poll under way plans the next when it ends.
      permit.close();
      return false;
    }
    metrics.begun(late);
    return true;
  }

  private void putBack(PollQueue.Place place, Instant at) {
    if (place.feed().isOwned()) {
      queue.putBack(place.feed(), at, place.due());
    }
  }

  private void poll(OwnedFeed feed, Permit permit, PollSlot slot) {
    try (permit;
        slot) {
      poll.poll(feed, permit, slot);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      broken(feed, e);
    } finally {
      feed.endPoll();
      plan(feed);
    }
  }

  /** A fault of ours must neither end the polling of a feed nor repeat without pause. */
  private void broken(OwnedFeed feed, Throwable fault) {
    metrics.internalError();
    log.error("event=poll-broken feed={}", feed.subscription().id(), fault);
    FeedStateDraft draft = feed.state().draft();
    draft.moveTo(feed.subscription().url());
    draft.lastFetchAt = clock.instant();
    draft.nextFetchAt = clock.instant().plus(AFTER_ERROR);
    draft.nextFetchReason = "internal error of the fetcher, see its log";
    feed.keep(draft.build());
  }
}
