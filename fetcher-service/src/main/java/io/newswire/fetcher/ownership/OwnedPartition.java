package io.newswire.fetcher.ownership;

import io.newswire.fetcher.publish.FencedException;
import io.newswire.fetcher.publish.PartitionWriter;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A partition of feeds that the group assigned to this instance. It goes through three stages: its
 * states are being restored; the subscriptions that belong to them are being read; it is active,
 * and its feeds are polled.
 */
final class OwnedPartition {

  private enum Stage {
    RESTORING,
    READING,
    ACTIVE,
    CLOSED
  }

  private static final Duration POLLS_END = Duration.ofSeconds(2);

  private final int number;
  private final Lease lease;
  private final Map<String, OwnedFeed> feeds = new ConcurrentHashMap<>();
  private Map<String, FeedState> restored = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();
  private long subscriptionsEnd;
  private @Nullable PartitionWriter writer;
  private volatile Stage stage = Stage.RESTORING;
  private boolean resumed;

  OwnedPartition(int number, Lease lease) {
    this.number = number;
    this.lease = lease;
  }

  int number() {
    return number;
  }

  /**
   * Takes what was restored.
   *
   * @param end offset before which the subscriptions have to be read
   * @return false where the partition was given up meanwhile; the writer is then the caller's
   */
  synchronized boolean restored(PartitionWriter writer, Map<String, FeedState> states, long end) {
    if (stage == Stage.CLOSED) {
      return false;
    }
    this.writer = writer;
    restored = new HashMap<>(states);
    subscriptionsEnd = end;
    stage = Stage.READING;
    return true;
  }

  /** Returns true once, when the subscriptions can be read. */
  synchronized boolean readyToRead() {
    if (stage == Stage.RESTORING || stage == Stage.CLOSED || resumed) {
      return false;
    }
    resumed = true;
    return true;
  }

  /** Returns true once, when the subscriptions have been read up to {@code position}. */
  synchronized boolean activate(long position) {
    if (stage != Stage.READING || position < subscriptionsEnd) {
      return false;
    }
    stage = Stage.ACTIVE;
    return true;
  }

  boolean isActive() {
    return stage == Stage.ACTIVE;
  }

  boolean isLeased() {
    return lease.holds();
  }

  boolean isReading() {
    return stage == Stage.READING;
  }

  boolean isClosed() {
    return stage == Stage.CLOSED;
  }

  Collection<OwnedFeed> feeds() {
    return feeds.values();
  }

  @Nullable OwnedFeed feed(String id) {
    return feeds.get(id);
  }

  OwnedFeed add(Subscription subscription, FeedState state) {
    OwnedFeed feed = new OwnedFeed(this, subscription, state);
    feeds.put(subscription.id(), feed);
    return feed;
  }

  @Nullable OwnedFeed remove(String id) {
    OwnedFeed feed = feeds.remove(id);
    if (feed != null) {
      feed.drop();
    }
    return feed;
  }

  /** Takes the restored state of a feed whose subscription was read. */
  synchronized @Nullable FeedState takeRestored(String id) {
    return restored.remove(id);
  }

  /** Keeps the restored state of a feed whose subscription cannot be read: it may be repaired. */
  synchronized void keepRestored(String id) {
    unreadable.add(id);
  }

  /** Returns the feeds of which a state was restored but no subscription is there. */
  synchronized List<String> takeOrphans() {
    List<String> orphans =
        restored.keySet().stream().filter(id -> !unreadable.contains(id)).toList();
    orphans.forEach(restored::remove);
    return orphans;
  }

  synchronized boolean failing() {
    return writer != null && writer.failing();
  }

  CompletableFuture<Void> write(List<ProducerRecord<byte[], byte[]>> records) {
    PartitionWriter current;
    synchronized (this) {
      current = stage == Stage.CLOSED ? null : writer;
    }
    return current == null
        ? CompletableFuture.failedFuture(
            new FencedException("Partition " + number + " is not owned", new RuntimeException()))
        : current.write(records);
  }

  /**
   * Ends all polls, and waits a moment until those under way have let go of their sites.
   *
   * @return the feeds whose polls have not ended by then: what they wrote may not be known yet
   */
  Set<OwnedFeed> endPolls() {
    Map<OwnedFeed, Thread> pollers = new HashMap<>();
    for (OwnedFeed feed : feeds.values()) {
      Thread poller = feed.drop();
      if (poller != null) {
        pollers.put(feed, poller);
      }
    }
    long deadline = System.nanoTime() + POLLS_END.toNanos();
    try {
      for (Thread poller : pollers.values()) {
        poller.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pollers.values().removeIf(poller -> !poller.isAlive());
    return Set.copyOf(pollers.keySet());
  }

  /** Gives it up: what is not committed is aborted. */
  void close() {
    PartitionWriter current;
    synchronized (this) {
      stage = Stage.CLOSED;
      current = writer;
      restored = new HashMap<>();
    }
    feeds.clear();
    if (current != null) {
      current.close();
    }
  }
}
