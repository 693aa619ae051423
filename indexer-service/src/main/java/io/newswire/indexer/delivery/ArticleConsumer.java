package io.newswire.indexer.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer and its thread: polls a batch, delivers it, commits it. While a batch waits the
 * consumer polls on with all partitions paused, so it stays in its group for as long as it takes.
 */
final class ArticleConsumer implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(ArticleConsumer.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration ASK = Duration.ofSeconds(2);
  private static final Duration HEARTBEAT = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<Consumer<byte[], byte[]>> factory;
  private final String topic;
  private final BatchDelivery delivery;
  private final DeliveryStatus status;
  private final InstantSource clock;
  private volatile boolean stopped;
  private volatile @Nullable Consumer<byte[], byte[]> running;

  ArticleConsumer(
      String name,
      Supplier<Consumer<byte[], byte[]>> factory,
      String topic,
      BatchDelivery delivery,
      DeliveryStatus status,
      InstantSource clock) {
    this.name = name;
    this.factory = factory;
    this.topic = topic;
    this.delivery = delivery;
    this.status = status;
    this.clock = clock;
  }

  /** Asks the thread to end; a batch that is being written is finished first. */
  void stop() {
    stopped = true;
    Consumer<byte[], byte[]> consumer = running;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  @Override
  public void run() {
    while (!stopped) {
      try (Consumer<byte[], byte[]> consumer = factory.get()) {
        running = consumer;
        new Session(consumer).run();
      } catch (WakeupException e) {
        log.debug("event=consumer-woken consumer={}", name);
      } catch (RuntimeException e) {
        log.error("event=consumer-failed consumer={} restart-in={}", name, AFTER_FAILURE, e);
        status.trouble(name, clock.instant(), e.toString());
        LockSupport.parkNanos(AFTER_FAILURE.toNanos());
      } finally {
        running = null;
      }
    }
    status.stopped(name);
  }

  /** The life of one consumer. */
  private final class Session implements Patience, ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> lost = new HashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private boolean waiting;

    Session(Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    void run() {
      consumer.subscribe(List.of(topic), this);
      while (!stopped) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          lost.clear();
          delivery.deliver(records, this);
          getOn();
          uncommitted.putAll(records.nextOffsets());
          uncommitted.keySet().removeAll(lost);
        }
        commit();
        status.lag(name, lag());
        status.noTrouble(name);
      }
    }

    private long lag() {
      long sum = 0;
      for (TopicPartition partition : consumer.assignment()) {
        sum += consumer.currentLag(partition).orElse(0);
      }
      return sum;
    }

    private void commit() {
      if (uncommitted.isEmpty()) {
        return;
      }
      try {
        consumer.commitSync(uncommitted);
        uncommitted.clear();
      } catch (WakeupException e) {
        consumer.commitSync(uncommitted); // The batch is done: stopping is no reason to repeat it.
        throw e;
      } catch (RebalanceInProgressException e) {
        // The next polls bring it to its end; what is still this consumer's is committed then.
        log.debug("event=commit-later consumer={}", name);
      } catch (CommitFailedException e) {
        // Whoever has the partitions now reads the batch again, and finds it stale.
        log.info("event=commit-refused consumer={} reason=\"{}\"", name, e.getMessage());
        uncommitted.clear();
      }
    }

    @Override
    public void await(Duration pause, String reason) {
      status.trouble(name, clock.instant(), reason);
      waiting = true;
      consumer.pause(consumer.assignment());
      measureLag();
      long end = System.nanoTime() + pause.toNanos();
      for (long rest = pause.toNanos(); rest > 0; rest = end - System.nanoTime()) {
        takeBack(consumer.poll(shorter(Duration.ofNanos(rest), HEARTBEAT)));
      }
    }

    /** While nothing is fetched the consumer does not see the topic grow: the broker is asked. */
    private void measureLag() {
      Set<TopicPartition> partitions = consumer.assignment();
      try {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ASK);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions, ASK);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, ASK);
        long sum = 0;
        for (TopicPartition partition : partitions) {
          OffsetAndMetadata done = committed.get(partition);
          long from = done == null ? begins.getOrDefault(partition, 0L) : done.offset();
          sum += Math.max(0, ends.getOrDefault(partition, 0L) - from);
        }
        status.lag(name, sum);
      } catch (RetriableException e) {
        log.debug("event=lag-unknown consumer={} reason=\"{}\"", name, e.getMessage());
      }
    }

    private static Duration shorter(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? a : b;
    }

    /** Records of a partition that was not paused yet are read again later. */
    private void takeBack(ConsumerRecords<byte[], byte[]> records) {
      for (TopicPartition partition : records.partitions()) {
        consumer.seek(partition, records.records(partition).getFirst().offset());
      }
    }

    private void getOn() {
      if (waiting) {
        waiting = false;
        status.noTrouble(name);
        consumer.resume(consumer.paused());
        log.info("event=delivery-goes-on consumer={}", name);
      }
    }

    @Override
    public boolean concerns(ConsumerRecord<byte[], byte[]> record) {
      return !lost.contains(new TopicPartition(record.topic(), record.partition()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      log.info("event=partitions-assigned consumer={} partitions={}", name, partitions);
      if (waiting) {
        consumer.pause(partitions);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      log.info("event=partitions-revoked consumer={} partitions={}", name, partitions);
      commit();
      forget(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      log.info("event=partitions-lost consumer={} partitions={}", name, partitions);
      forget(partitions);
    }

    private void forget(Collection<TopicPartition> partitions) {
      lost.addAll(partitions);
      uncommitted.keySet().removeAll(partitions);
    }
  }

  /** Waits for the thread's end in {@link ArticleConsumers}. */
  static void join(List<Thread> threads, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Thread thread : threads) {
      TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
    }
  }
}
