package io.newswire.indexer.rebuild;

import io.newswire.indexer.delivery.BatchDelivery;
import io.newswire.indexer.delivery.Patience;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.rebuild.RebuildProgress.Phase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebuild: reads the topic from its beginning, or from where it was interrupted, into a new
 * generation, switches the alias, reads what was written to the old generation meanwhile, and
 * removes that. Where it is can be seen from the cluster and the offsets of its own group alone, so
 * it can be interrupted anywhere and taken up by any instance.
 */
final class Rebuild implements Runnable, Patience {

  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /** So near to the end the alias is switched: the rest is read in about a second. */
  private static final long NEAR = 500;

  private final Generation generation;
  private final RebuildTopic topic;
  private final ArticleIndex index;
  private final Supplier<BatchDelivery> deliveries;
  private final RebuildTracker tracker;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean cancelled;

  Rebuild(
      Generation generation,
      RebuildTopic topic,
      ArticleIndex index,
      Supplier<BatchDelivery> deliveries,
      InstantSource clock) {
    this.generation = generation;
    this.topic = topic;
    this.index = index;
    this.deliveries = deliveries;
    this.tracker = new RebuildTracker(generation, clock);
  }

  Generation generation() {
    return generation;
  }

  /** Gives it up: what was built is removed, if it does not serve yet. */
  synchronized boolean cancel() {
    if (tracker.phase() != Phase.BUILDING) {
      return false;
    }
    cancelled = true;
    stop.countDown();
    return true;
  }

  /** Interrupts it; it can be taken up later. */
  void stop() {
    stop.countDown();
  }

  RebuildProgress progress() {
    return tracker.progress();
  }

  @Override
  public void run() {
    while (!tracker.phase().ended()) {
      try (Consumer<byte[], byte[]> consumer = topic.consumer(generation)) {
        build(consumer);
        end(Phase.DONE, null);
      } catch (WakeupException e) {
        endEarly();
      } catch (GenerationGoneException e) {
        end(Phase.FAILED, e.getMessage());
      } catch (RuntimeException e) {
        log.warn("event=rebuild-waits index={} reason=\"{}\"", generation.index(), e.toString());
        waitOrEnd(e.toString());
      }
    }
  }

  private void waitOrEnd(String reason) {
    try {
      await(AFTER_FAILURE, reason);
    } catch (WakeupException e) {
      endEarly();
    }
  }

  private void endEarly() {
    if (!cancelled) {
      end(Phase.INTERRUPTED, null);
      return;
    }
    try {
      index.drop(generation);
      topic.forgetOffsets(generation);
      end(Phase.CANCELLED, null);
    } catch (RuntimeException e) {
      // Ended all the same: the next rebuild takes up what is left of this one.
      end(Phase.FAILED, "What was built could not be removed: " + e.getMessage());
    }
  }

  private void end(Phase how, @Nullable String reason) {
    tracker.ended(how, reason);
    log.info("event=rebuild-ended index={} phase={} reason={}", generation.index(), how, reason);
  }

  private void build(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(topic.name(), info.partition()))
            .toList();
    consumer.assign(partitions);
    Generation serving = index.look().serving().orElseThrow(GenerationGoneException::new);
    if (!serving.equals(generation)) {
      tracker.replaces(serving);
      readUntilNear(consumer, partitions);
      switchFrom(serving);
    }
    tracker.catchingUp();
    read(consumer, range(consumer, partitions));
    index.refresh(generation);
    index.look().generations().stream()
        .filter(old -> old.compareTo(generation) < 0)
        .forEach(index::drop);
    topic.forgetOffsets(generation);
  }

  private synchronized void switchFrom(Generation serving) {
    if (cancelled) {
      throw new WakeupException();
    }
    index.switchTo(serving, generation);
    tracker.catchingUp();
  }

  private void readUntilNear(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    TopicRange range = range(consumer, partitions);
    do {
      read(consumer, range);
      range = range(consumer, partitions);
    } while (range.total() - range.done(positions(consumer)) > NEAR);
  }

  private static TopicRange range(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    return new TopicRange(consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
  }

  private void read(Consumer<byte[], byte[]> consumer, TopicRange range) {
    BatchDelivery delivery = deliveries.get();
    long total = range.total();
    for (long done = range.done(positions(consumer));
        done < total;
        done = range.done(positions(consumer))) {
      tracker.at(done, total);
      if (stop.getCount() == 0) {
        throw new WakeupException();
      }
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      delivery.deliver(records, this);
      tracker.waitingFor(null);
      if (!records.isEmpty()) {
        consumer.commitSync(records.nextOffsets());
      }
    }
    tracker.at(total, total);
  }

  private static Map<TopicPartition, Long> positions(Consumer<byte[], byte[]> consumer) {
    Map<TopicPartition, Long> positions = new HashMap<>();
    consumer
        .assignment()
        .forEach(partition -> positions.put(partition, consumer.position(partition)));
    return positions;
  }

  @Override
  public void await(Duration pause, String reason) {
    tracker.waitingFor(reason);
    try {
      if (stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new WakeupException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WakeupException();
    }
  }

  /** All partitions are assigned to this rebuild, and stay so. */
  @Override
  public boolean concerns(ConsumerRecord<byte[], byte[]> record) {
    return true;
  }

  /** What was built is not there any more. */
  static final class GenerationGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GenerationGoneException() {
      super("The index or its alias was removed while it was rebuilt; start again.");
    }
  }
}
