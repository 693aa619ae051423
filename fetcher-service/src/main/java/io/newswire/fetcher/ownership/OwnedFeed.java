package io.newswire.fetcher.ownership;

import io.newswire.fetcher.publish.FencedException;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A feed that this instance owns: its subscription and what is known of it. One poll at a time
 * changes what is known; the owner's thread changes the subscription.
 */
public final class OwnedFeed {

  private final OwnedPartition partition;
  private volatile Subscription subscription;
  private volatile FeedState state;
  private volatile @Nullable Instant stateWrittenAt;
  private boolean dropped;
  private @Nullable Thread poller;

  OwnedFeed(OwnedPartition partition, Subscription subscription, FeedState state) {
    this.partition = partition;
    this.subscription = subscription;
    this.state = state;
  }

  public Subscription subscription() {
    return subscription;
  }

  void subscription(Subscription next) {
    subscription = next;
  }

  public FeedState state() {
    return state;
  }

  /** Keeps what a poll found; it is not in Kafka yet, or need not be. */
  public void keep(FeedState next) {
    state = next;
  }

  /** Keeps what a poll found and committed. */
  public void keepWritten(FeedState next, Instant when) {
    state = next;
    stateWrittenAt = when;
  }

  /** Returns when its state was last written by this instance, or null where it never was. */
  public @Nullable Instant stateWrittenAt() {
    return stateWrittenAt;
  }

  void stateWrittenAt(@Nullable Instant when) {
    stateWrittenAt = when;
  }

  /** Returns the partition its subscription and state are in. */
  public int partition() {
    return partition.number();
  }

  /**
   * Writes records in a transaction of the feed's partition; not once it was given up, because what
   * is known of it then goes to another owner.
   */
  public synchronized CompletableFuture<Void> write(List<ProducerRecord<byte[], byte[]>> records) {
    return dropped
        ? CompletableFuture.failedFuture(
            new FencedException(
                "Feed " + subscription.id() + " was given up", new IllegalStateException()))
        : partition.write(records);
  }

  /** Returns whether what is known of it has changed since it was last written. */
  boolean isUnwritten() {
    Instant written = stateWrittenAt;
    Instant last = state.lastFetchAt();
    return last != null && (written == null || last.isAfter(written));
  }

  /** Returns whether it is this instance's to poll. */
  public synchronized boolean isOwned() {
    return !dropped && partition.isActive();
  }

  /** Returns whether its site may be asked now, see {@link Lease}. */
  public boolean mayBeAsked() {
    return isOwned() && partition.isLeased();
  }

  /**
   * Ends its polling; a poll under way is broken off, which closes its connection. What it has
   * handed in before is still written: what is known of the feed stands when it has ended.
   *
   * @return the thread of that poll, or null
   */
  synchronized @Nullable Thread drop() {
    dropped = true;
    if (poller != null) {
      poller.interrupt();
    }
    return poller;
  }

  /** Returns when it is to be polled next, or null where it is paused. */
  public @Nullable Instant due() {
    Subscription current = subscription;
    if (current.paused()) {
      return null;
    }
    FeedState known = state;
    Instant requested = current.fetchRequestedAt();
    Instant last = known.lastFetchAt();
    if (requested != null && (last == null || requested.isAfter(last))) {
      // Another instance's clock may be ahead of ours: not before its time, or it would be polled
      // over and over until then.
      return requested;
    }
    if (last != null && !known.url().equals(current.url())) {
      return Instant.EPOCH;
    }
    return known.nextFetchAt();
  }

  /** Starts a thread that polls; false where one is under way, or it is not ours any more. */
  public synchronized boolean beginPoll(Thread thread) {
    if (poller != null || dropped) {
      return false;
    }
    // Whoever drops the feed waits for the thread, which one that was not started never ends.
    thread.start();
    poller = thread;
    return true;
  }

  /** Ends a poll. */
  public synchronized void endPoll() {
    poller = null;
  }
}
