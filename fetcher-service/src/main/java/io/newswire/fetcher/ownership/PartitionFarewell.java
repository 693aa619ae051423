package io.newswire.fetcher.ownership;

import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.publish.FeedEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a partition is given up, so that its next owner can go on where this one was. */
final class PartitionFarewell {

  private static final Logger log = LoggerFactory.getLogger(PartitionFarewell.class);
  private static final int STATES_PER_WRITE = 400;

  /** Well below the group's patience. */
  private static final Duration LAST_WRITES = Duration.ofSeconds(4);

  private final FeedEvents events;
  private final FeedPolls polls;
  private final InstantSource clock;
  private final RandomGenerator random;

  PartitionFarewell(
      FeedEvents events, FeedPolls polls, InstantSource clock, RandomGenerator random) {
    this.events = events;
    this.polls = polls;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Ends with a partition. What polls have learned and not yet written is written first, as far as
   * there is time: the next owner would ask these sites sooner than they want. Where it is too
   * much, the next owner finds very many polls overdue, and spreads them.
   *
   * @param stillOurs whether it may still be written
   */
  void leave(OwnedPartition partition, boolean stillOurs) {
    List<OwnedFeed> feeds = List.copyOf(partition.feeds());
    Set<OwnedFeed> busy = partition.endPolls();
    feeds.forEach(polls::forget);
    if (stillOurs && partition.isActive()) {
      // A poll that still waits for its commit knows the newest state, and writes it.
      writeUnwritten(partition, feeds.stream().filter(feed -> !busy.contains(feed)).toList());
    }
    partition.close();
  }

  private void writeUnwritten(OwnedPartition partition, List<OwnedFeed> feeds) {
    List<OwnedFeed> unwritten = feeds.stream().filter(OwnedFeed::isUnwritten).toList();
    long deadline = System.nanoTime() + LAST_WRITES.toNanos();
    int written = 0;
    while (written < unwritten.size()) {
      int end = Math.min(unwritten.size(), written + STATES_PER_WRITE);
      if (!write(partition, unwritten.subList(written, end), deadline)) {
        break;
      }
      written = end;
    }
    log.info(
        "event=partition-left partition={} feeds={} written={} unwritten={}",
        partition.number(),
        feeds.size(),
        written,
        unwritten.size() - written);
  }

  /** Returns whether there may be time for more. */
  private boolean write(OwnedPartition partition, List<OwnedFeed> feeds, long deadline) {
    Instant now = clock.instant();
    Traceparent trace = Traceparent.start(random);
    List<ProducerRecord<byte[], byte[]>> states =
        feeds.stream()
            .map(feed -> events.state(feed.state(), partition.number(), now, trace))
            .toList();
    try {
      partition.write(states).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      log.warn("event=states-not-written partition={} error={}", partition.number(), e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
