package io.newswire.fetcher.directory;

import io.newswire.fetcher.kafka.ConsumerThread;
import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.ownership.SubscriptionChange;
import io.newswire.fetcher.ownership.SubscriptionReader;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * A view of all partitions' subscriptions and states, kept current from the topics. Whoever wrote a
 * subscription can wait until the view has it.
 */
public final class FeedDirectory implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FeedDirectory.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration FIRST_POLL = Duration.ofMillis(50);

  private record Located(Subscription subscription, int partition) {}

  private record Known(FeedSummary summary, int partition, long offset) {}

  private final KafkaClients clients;
  private final TopicsProperties topics;
  private final EventJson json = new EventJson();
  private final SubscriptionReader reader;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, Located> subscriptions = new ConcurrentHashMap<>();
  private final Map<String, Known> states = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final List<TopicPartition> all;
  private final ConsumerThread thread;
  private @Nullable Map<TopicPartition, Long> ends;
  private volatile boolean caughtUp;

  public FeedDirectory(
      KafkaClients clients, TopicsProperties topics, int partitions, UnusableRecords unusable) {
    this.clients = clients;
    this.topics = topics;
    reader = new SubscriptionReader(unusable);
    all =
        Stream.of(topics.feeds(), topics.feedStates())
            .flatMap(
                topic -> IntStream.range(0, partitions).mapToObj(n -> new TopicPartition(topic, n)))
            .toList();
    consumer = clients.readingConsumer();
    thread = new ConsumerThread("feed-directory", consumer, new Following());
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  /** Returns whether everything that was there at the start has been read. */
  public boolean isCaughtUp() {
    return caughtUp;
  }

  /** Returns all feeds, in no order. */
  public Stream<DirectoryEntry> feeds() {
    return subscriptions.values().stream().map(this::entry);
  }

  /** Returns how many feeds there are. */
  public int size() {
    return subscriptions.size();
  }

  /** Returns a feed, or null where there is none of that id. */
  public @Nullable DirectoryEntry find(String feedId) {
    Located located = subscriptions.get(feedId);
    return located == null ? null : entry(located);
  }

  /**
   * Returns a feed's whole state as it was last written, or null where there is none (any more).
   *
   * @throws KafkaException where Kafka does not answer
   */
  public @Nullable FeedState state(DirectoryEntry entry) {
    if (entry.stateOffset() < 0) {
      return null;
    }
    TopicPartition states = new TopicPartition(topics.feedStates(), entry.partition());
    try (Consumer<byte[], byte[]> reading = clients.readingConsumer()) {
      reading.assign(List.of(states));
      reading.seek(states, entry.stateOffset());
      for (ConsumerRecord<byte[], byte[]> message : reading.poll(Duration.ofSeconds(5))) {
        if (message.offset() == entry.stateOffset() && message.value() != null) {
          return json.read(message.value(), FeedState.class);
        }
      }
      return null;
    } catch (JacksonException e) {
      log.warn("event=state-unusable feed={} error={}", entry.subscription().id(), e.toString());
      return null;
    }
  }

  /**
   * Waits until the view has a record of the feeds topic.
   *
   * @return false where it has not within the time
   */
  public boolean await(int partition, long offset, Duration timeout) throws InterruptedException {
    TopicPartition wanted = new TopicPartition(topics.feeds(), partition);
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (positions) {
      while (positions.getOrDefault(wanted, 0L) <= offset) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        positions.wait(Math.max(1, left / 1_000_000));
      }
      return true;
    }
  }

  @Override
  public void close() {
    thread.close();
  }

  private final class Following implements ConsumerThread.Work {

    @Override
    public void begin() {
      consumer.assign(all);
      consumer.seekToBeginning(all);
    }

    @Override
    public void turn() {
      if (ends == null) {
        ends = Map.copyOf(consumer.endOffsets(all));
      }
      consumer.poll(caughtUp ? POLL : FIRST_POLL).forEach(FeedDirectory.this::read);
      reached(ends);
    }

    @Override
    public void end() {
      log.debug("event=directory-ended feeds={}", subscriptions.size());
    }

    /** Reads again from where all had been taken in. */
    @Override
    public void recover() {
      synchronized (positions) {
        if (positions.isEmpty()) {
          consumer.seekToBeginning(all);
        }
        positions.forEach(consumer::seek);
      }
    }
  }

  private void reached(Map<TopicPartition, Long> ends) {
    synchronized (positions) {
      for (TopicPartition partition : all) {
        positions.put(partition, consumer.position(partition));
      }
      positions.notifyAll();
      if (!caughtUp
          && all.stream()
              .allMatch(p -> positions.getOrDefault(p, 0L) >= ends.getOrDefault(p, 0L))) {
        caughtUp = true;
        log.info("event=directory-caught-up feeds={}", subscriptions.size());
      }
    }
  }

  private void read(ConsumerRecord<byte[], byte[]> message) {
    if (message.topic().equals(topics.feeds())) {
      readSubscription(message);
    } else {
      readState(message);
    }
  }

  private void readSubscription(ConsumerRecord<byte[], byte[]> message) {
    SubscriptionChange change = reader.read(message);
    if (change == null) {
      return;
    }
    Subscription subscription = change.subscription();
    subscriptions.compute(
        change.feedId(),
        (id, known) -> {
          if (subscription != null) {
            boolean older =
                known != null
                    && known.partition() != message.partition()
                    && known.subscription().updatedAt().isAfter(subscription.updatedAt());
            return older ? known : new Located(subscription, message.partition());
          }
          // A tombstone in the partition that a feed has left says nothing of where it is now.
          return known == null || known.partition() == message.partition() ? null : known;
        });
  }

  private void readState(ConsumerRecord<byte[], byte[]> message) {
    if (message.key() == null) {
      return;
    }
    String feedId = new String(message.key(), StandardCharsets.UTF_8);
    if (message.value() == null) {
      states.computeIfPresent(
          feedId, (id, known) -> known.partition() == message.partition() ? null : known);
      return;
    }
    try {
      FeedSummary summary = json.read(message.value(), FeedSummary.class);
      if (summary == null) {
        return;
      }
      states.put(feedId, new Known(summary, message.partition(), message.offset()));
    } catch (JacksonException e) {
      // Its owner tells of it.
      log.debug("event=state-unusable feed={} error={}", feedId, e.getOriginalMessage());
    }
  }

  private DirectoryEntry entry(Located located) {
    Known known = states.get(located.subscription().id());
    return known == null
        ? new DirectoryEntry(located.subscription(), located.partition(), null, -1)
        : new DirectoryEntry(
            located.subscription(),
            located.partition(),
            known.summary(),
            known.partition() == located.partition() ? known.offset() : -1);
  }
}
