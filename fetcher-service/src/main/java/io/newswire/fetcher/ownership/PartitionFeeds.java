package io.newswire.fetcher.ownership;

import io.newswire.fetcher.http.HostGate;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.subscription.FeedPartitions;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the feeds of an owned partition in line with its subscriptions: takes over, updates,
 * forgets, and moves to its own partition a feed that is found in another (its URL has changed, or
 * the topic has grown). A move is one transaction, so the feed is never in both or in none.
 */
final class PartitionFeeds {

  private static final Logger log = LoggerFactory.getLogger(PartitionFeeds.class);

  private final FeedPartitions partitions;
  private final FeedSchedule schedule;
  private final HostGate gate;
  private final FeedEvents events;
  private final FeedPolls polls;
  private final InstantSource clock;
  private final RandomGenerator random;

  PartitionFeeds(
      FeedPartitions partitions,
      FeedSchedule schedule,
      HostGate gate,
      FeedEvents events,
      FeedPolls polls,
      InstantSource clock,
      RandomGenerator random) {
    this.partitions = partitions;
    this.schedule = schedule;
    this.gate = gate;
    this.events = events;
    this.polls = polls;
    this.clock = clock;
    this.random = random;
  }

  /** Takes over the feeds of a partition that was restored. */
  void takeOver(OwnedPartition partition, Collection<SubscriptionChange> subscriptions) {
    Instant now = clock.instant();
    List<OwnedFeed> feeds = new ArrayList<>();
    int fresh = 0;
    int overdue = 0;
    for (SubscriptionChange change : subscriptions) {
      Subscription subscription = change.subscription();
      if (subscription == null) {
        continue;
      }
      FeedState restored = partition.takeRestored(change.feedId());
      FeedState state = restored != null ? restored : change.movedState();
      if (partitions.of(subscription.url()) != partition.number()) {
        move(partition, subscription, state);
        continue;
      }
      OwnedFeed feed =
          partition.add(
              subscription,
              state != null
                  ? state
                  : FeedState.pending(subscription.id(), subscription.url(), Instant.MAX));
      feed.stateWrittenAt(state == null ? null : state.lastFetchAt());
      feeds.add(feed);
      fresh += state == null ? 1 : 0;
      overdue += state != null && state.nextFetchAt().isBefore(now) ? 1 : 0;
    }
    for (OwnedFeed feed : feeds) {
      feed.keep(planned(feed.state(), fresh, overdue, now));
      polls.plan(feed);
    }
    partition.takeOrphans().forEach(id -> forgetState(partition, id));
    log.info(
        "event=partition-active partition={} feeds={} new={} overdue={}",
        partition.number(),
        feeds.size(),
        fresh,
        overdue);
  }

  /** Applies what changed in a partition that is active. */
  void apply(OwnedPartition partition, List<SubscriptionChange> changes) {
    int fresh = (int) changes.stream().filter(change -> isNew(partition, change)).count();
    for (SubscriptionChange change : changes) {
      Subscription subscription = change.subscription();
      if (subscription == null) {
        forget(partition, change.feedId());
      } else if (partitions.of(subscription.url()) != partition.number()) {
        moveAway(partition, subscription, change.movedState());
      } else {
        update(partition, subscription, change.movedState(), fresh);
      }
    }
  }

  private void update(
      OwnedPartition partition,
      Subscription subscription,
      @Nullable FeedState movedState,
      int fresh) {
    OwnedFeed feed = partition.feed(subscription.id());
    if (feed != null) {
      feed.subscription(subscription);
    } else {
      FeedState restored = partition.takeRestored(subscription.id());
      FeedState known = restored != null ? restored : movedState;
      FeedState state =
          known != null
              ? known
              : planned(
                  FeedState.pending(subscription.id(), subscription.url(), Instant.MAX),
                  fresh,
                  0,
                  clock.instant());
      feed = partition.add(subscription, state);
      log.info(
          "event=feed-added feed={} partition={} moved={}",
          subscription.id(),
          partition.number(),
          movedState != null);
    }
    polls.plan(feed);
  }

  private static boolean isNew(OwnedPartition partition, SubscriptionChange change) {
    return change.subscription() != null
        && change.movedState() == null
        && partition.feed(change.feedId()) == null;
  }

  /** First polls, and polls that came due while nobody polled, are spread. */
  private FeedState planned(FeedState state, int fresh, int overdue, Instant now) {
    FeedStateDraft draft = state.draft();
    if (state.nextFetchAt().equals(Instant.MAX)) {
      draft.nextFetchAt = schedule.first(Math.max(1, fresh)).at();
    } else if (state.nextFetchAt().isBefore(now)) {
      draft.nextFetchAt = schedule.resumed(state.nextFetchAt(), Math.max(1, overdue));
    }
    Instant soonest = now.plus(gate.delay(URI.create(state.url())));
    if (state.lastFetchAt() != null && draft.nextFetchAt.isBefore(soonest)) {
      // The former owner may have asked the site a moment ago.
      draft.nextFetchAt = soonest;
    }
    return draft.build();
  }

  private void forget(OwnedPartition partition, String feedId) {
    if (drop(partition, feedId) != null) {
      log.info("event=feed-removed feed={} partition={}", feedId, partition.number());
      forgetState(partition, feedId);
    }
  }

  private @Nullable OwnedFeed drop(OwnedPartition partition, String feedId) {
    OwnedFeed feed = partition.remove(feedId);
    if (feed != null) {
      polls.forget(feed);
    }
    return feed;
  }

  private void forgetState(OwnedPartition partition, String feedId) {
    Traceparent trace = Traceparent.start(random);
    write(
        partition,
        feedId,
        List.of(events.noState(feedId, partition.number(), clock.instant(), trace)));
  }

  /** What a poll under way has handed in is written first, and goes with the feed. */
  private void moveAway(
      OwnedPartition partition, Subscription subscription, @Nullable FeedState movedState) {
    OwnedFeed known = partition.feed(subscription.id());
    if (known == null) {
      move(partition, subscription, movedState);
      return;
    }
    Thread poller = known.drop();
    drop(partition, subscription.id());
    if (poller == null) {
      move(partition, subscription, known.state());
      return;
    }
    Thread.ofVirtual()
        .name("move-" + subscription.id())
        .start(
            () -> {
              try {
                poller.join();
                move(partition, subscription, known.state());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private void move(OwnedPartition from, Subscription subscription, @Nullable FeedState state) {
    int to = partitions.of(subscription.url());
    Instant now = clock.instant();
    Traceparent trace = Traceparent.start(random);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    records.add(events.noSubscription(subscription.id(), from.number(), now, trace));
    records.add(events.noState(subscription.id(), from.number(), now, trace));
    if (state != null) {
      records.add(events.state(state, to, now, trace));
    }
    records.add(events.movedSubscription(subscription, state, to, trace));
    log.info("event=feed-moved feed={} partition={} to={}", subscription.id(), from.number(), to);
    write(from, subscription.id(), records);
  }

  /** Where it fails the records are still there, and the next owner does the same again. */
  private static void write(
      OwnedPartition partition, String feedId, List<ProducerRecord<byte[], byte[]>> records) {
    partition
        .write(records)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                log.warn(
                    "event=feed-change-not-written feed={} partition={} error={}",
                    feedId,
                    partition.number(),
                    failure.toString());
              }
            });
  }
}
