package io.newswire.fetcher.ownership;

import io.newswire.fetcher.http.HostGate;
import io.newswire.fetcher.kafka.ConsumerThread;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.subscription.FeedPartitions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the feeds of the partitions that the consumer group assigns to this instance. On assignment
 * the former owner is fenced, then state and subscriptions are read, then polling begins; on
 * revocation polls under way are broken off, what they had learned is written, and only then the
 * partition is given back. An instance that was taken for dead and is not can never write: its
 * producers are fenced. Nor does it ask a site: its {@link Lease} has ended.
 *
 * <p>The group commits no offsets: the subscriptions are the state, and are read from the beginning
 * whenever a partition is assigned.
 */
public final class FeedOwner implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FeedOwner.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final TopicsProperties topics;
  private final PartitionOpening opening;
  private final SubscriptionIntake subscriptions;
  private final PartitionFarewell farewell;
  private final Consumer<byte[], byte[]> consumer;
  private final Heartbeat heartbeat;
  private final Lease lease;
  private final Map<Integer, OwnedPartition> partitions = new ConcurrentHashMap<>();
  private final ConsumerThread thread;
  private volatile boolean fenced;
  private volatile boolean joined;

  FeedOwner(
      Consumer<byte[], byte[]> consumer,
      TopicsProperties topics,
      Lease lease,
      PartitionOpening opening,
      SubscriptionIntake subscriptions,
      PartitionFarewell farewell) {
    this.consumer = consumer;
    this.topics = topics;
    this.lease = lease;
    this.opening = opening;
    this.subscriptions = subscriptions;
    this.farewell = farewell;
    heartbeat = Heartbeat.of(consumer);
    thread = new ConsumerThread("feed-owner", consumer, new Owning());
  }

  /** Puts an owner together; it does nothing before {@link #start}. */
  public static FeedOwner create(
      KafkaClients clients,
      Admin admin,
      TopicsProperties topics,
      OwnershipProperties ownership,
      FeedPartitions partitions,
      FeedSchedule schedule,
      HostGate gate,
      FeedPolls polls,
      UnusableRecords unusable,
      InstantSource clock,
      RandomGenerator random) {
    FeedEvents events = new FeedEvents(topics);
    PartitionRestore restore = new PartitionRestore(clients, topics, admin, unusable);
    PartitionFeeds feeds =
        new PartitionFeeds(partitions, schedule, gate, events, polls, clock, random);
    return new FeedOwner(
        clients.groupConsumer(ownership.group(), ownership.sessionTimeout()),
        topics,
        new Lease(ownership.sessionTimeout(), System::nanoTime),
        new PartitionOpening(clients, restore, ownership.transactionalIdPrefix()),
        new SubscriptionIntake(new SubscriptionReader(unusable), feeds),
        new PartitionFarewell(events, polls, clock, random));
  }

  /** Joins the group. */
  public void start() {
    thread.start();
  }

  /** Returns the feeds that are owned now. */
  public Stream<OwnedFeed> feeds() {
    return partitions.values().stream().flatMap(partition -> partition.feeds().stream());
  }

  /** Returns an owned feed, or null where another instance owns it or there is none. */
  public @Nullable OwnedFeed feed(String id) {
    return partitions.values().stream()
        .map(partition -> partition.feed(id))
        .filter(feed -> feed != null)
        .findFirst()
        .orElse(null);
  }

  /** Returns how many partitions this instance owns, those being restored included. */
  public int ownedPartitions() {
    return partitions.size();
  }

  /**
   * Returns whether it is a member of the group, hears from it, and has restored all that was
   * assigned to it.
   */
  public boolean isReady() {
    return joined
        && lease.holds()
        && partitions.values().stream().allMatch(OwnedPartition::isActive);
  }

  /** Returns whether results wait because Kafka does not take them. */
  public boolean isFailing() {
    return partitions.values().stream().anyMatch(OwnedPartition::failing);
  }

  /** Gives everything back and leaves the group. */
  @Override
  public void close() {
    thread.close();
  }

  private final class Owning implements ConsumerThread.Work {

    @Override
    public void begin() {
      lease.renew(heartbeat.heardAt());
      subscribe();
    }

    @Override
    public void turn() {
      if (fenced || lease.hasLapsed()) {
        rejoin();
      }
      long heardAt = heartbeat.heardAt();
      ConsumerRecords<byte[], byte[]> messages = consumer.poll(POLL);
      // Only now: the answer may have been that this is no member any more, and then the poll has
      // taken everything away.
      // Where this thread did not run for too long, everything has to be given up first.
      if (!lease.hasLapsed()) {
        lease.renew(heardAt);
      }
      apply(messages);
      for (OwnedPartition partition : partitions.values()) {
        bringOn(partition);
      }
    }

    @Override
    public void end() {
      joined = false;
      giveUp(List.copyOf(partitions.keySet()), true);
    }

    @Override
    public void recover() {
      fenced = true;
    }
  }

  private void rejoin() {
    log.warn(
        "event=rejoin partitions={} reason={}",
        partitions.keySet(),
        fenced ? "fenced" : "paused-for-too-long");
    fenced = false;
    joined = false;
    giveUp(List.copyOf(partitions.keySet()), false);
    consumer.unsubscribe();
    subscribe();
    // Nothing is owned that others may own too.
    lease.renew(heartbeat.heardAt());
  }

  private void bringOn(OwnedPartition partition) {
    TopicPartition topicPartition = new TopicPartition(topics.feeds(), partition.number());
    if (partition.readyToRead()) {
      consumer.resume(List.of(topicPartition));
    }
    if (partition.isReading() && partition.activate(consumer.position(topicPartition))) {
      subscriptions.takeOver(partition);
    }
  }

  private void apply(ConsumerRecords<byte[], byte[]> messages) {
    for (TopicPartition topicPartition : messages.partitions()) {
      OwnedPartition partition = partitions.get(topicPartition.partition());
      if (partition != null) {
        subscriptions.take(partition, messages.records(topicPartition));
      }
    }
  }

  private void subscribe() {
    consumer.subscribe(List.of(topics.feeds()), new Rebalance());
  }

  private final class Rebalance implements ConsumerRebalanceListener {

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      joined = true;
      if (assigned.isEmpty()) {
        return;
      }
      log.info("event=partitions-assigned partitions={}", numbers(assigned));
      // Subscriptions are read once the states are there.
      consumer.pause(assigned);
      consumer.seekToBeginning(assigned);
      for (int number : numbers(assigned)) {
        OwnedPartition partition = new OwnedPartition(number, lease);
        partitions.put(number, partition);
        opening.open(partition, () -> fenced = true);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      if (!revoked.isEmpty()) {
        log.info("event=partitions-revoked partitions={}", numbers(revoked));
        giveUp(numbers(revoked), true);
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
      log.warn("event=partitions-lost partitions={}", numbers(lost));
      giveUp(numbers(lost), false);
    }
  }

  /**
   * Ends with partitions, all at once, because each may have to wait for polls and transactions.
   *
   * @param stillOurs whether what polls have learned may still be written
   */
  private void giveUp(List<Integer> numbers, boolean stillOurs) {
    List<Thread> closing = new ArrayList<>();
    for (int number : numbers) {
      subscriptions.forget(number);
      OwnedPartition partition = partitions.remove(number);
      if (partition != null) {
        closing.add(Thread.startVirtualThread(() -> farewell.leave(partition, stillOurs)));
      }
    }
    closing.forEach(this::awaitEnd);
  }

  /** The partitions that stay are polled meanwhile. */
  private void awaitEnd(Thread closing) {
    try {
      while (!closing.join(POLL)) {
        // A lease that ran out may come back after a poll only: the group may have refused this
        // member.
        if (lease.holds()) {
          lease.renew(heartbeat.heardAt());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Integer> numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).sorted().toList();
  }
}
