package io.newswire.indexer.rebuild;

import io.newswire.indexer.delivery.BatchDelivery;
import io.newswire.indexer.delivery.Patience;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.rebuild.RebuildProgress.Phase;
import java.time.Duration;
import java.time.Instant;
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
  private final String topic;
  private final ArticleIndex index;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Supplier<BatchDelivery> deliveries;
  private final Runnable forgetOffsets;
  private final InstantSource clock;
  private final Instant startedAt;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile boolean cancelled;
  private volatile Phase phase = Phase.BUILDING;
  private volatile @Nullable Generation replaced;
  private volatile @Nullable Instant finishedAt;
  private volatile @Nullable String waitingFor;
  private volatile long done;
  private volatile long doneAtStart = -1;
  private volatile long total;

  Rebuild(
      Generation generation,
      String topic,
      ArticleIndex index,
      Supplier<Consumer<byte[], byte[]>> consumers,
      Supplier<BatchDelivery> deliveries,
      Runnable forgetOffsets,
      InstantSource clock) {
    this.generation = generation;
    this.topic = topic;
    this.index = index;
    this.consumers = consumers;
    this.deliveries = deliveries;
    this.forgetOffsets = forgetOffsets;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  Generation generation() {
    return generation;
  }

  /** Gives it up: what was built is removed, if it does not serve yet. */
  synchronized boolean cancel() {
    if (phase != Phase.BUILDING) {
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
    long of = Math.max(total, 1);
    Generation old = replaced;
    return new RebuildProgress(
        generation.index(),
        old == null ? null : old.index(),
        phase,
        startedAt,
        finishedAt,
        done,
        total,
        phase == Phase.DONE ? 100 : (int) Math.min(100, 100 * done / of),
        secondsLeft(),
        waitingFor);
  }

  private @Nullable Long secondsLeft() {
    long read = done - doneAtStart;
    if (phase.ended() || doneAtStart < 0 || read <= 0) {
      return null;
    }
    double elapsed = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    return Math.round(elapsed * Math.max(0, total - done) / read);
  }

  @Override
  public void run() {
    while (!phase.ended()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
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
    index.drop(generation);
    forgetOffsets.run();
    end(Phase.CANCELLED, null);
  }

  private void end(Phase how, @Nullable String reason) {
    waitingFor = reason;
    finishedAt = clock.instant();
    phase = how;
    log.info("event=rebuild-ended index={} phase={} reason={}", generation.index(), how, reason);
  }

  private void build(Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    Generation serving = index.serving().orElseThrow(GenerationGoneException::new);
    if (!serving.equals(generation)) {
      replaced = serving;
      readUntilNear(consumer, partitions);
      switchFrom(serving);
    }
    phase = Phase.CATCHING_UP;
    read(consumer, range(consumer, partitions), 0);
    index.refresh(generation);
    index.generations().stream().filter(old -> old.compareTo(generation) < 0).forEach(index::drop);
    forgetOffsets.run();
  }

  private synchronized void switchFrom(Generation serving) {
    if (cancelled) {
      throw new WakeupException();
    }
    index.switchTo(serving, generation);
    phase = Phase.CATCHING_UP;
  }

  private void readUntilNear(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    TopicRange range = range(consumer, partitions);
    do {
      read(consumer, range, 0);
      range = range(consumer, partitions);
    } while (range.total() - range.done(positions(consumer)) > NEAR);
  }

  private static TopicRange range(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    return new TopicRange(consumer.beginningOffsets(partitions), consumer.endOffsets(partitions));
  }

  private void read(Consumer<byte[], byte[]> consumer, TopicRange range, long near) {
    BatchDelivery delivery = deliveries.get();
    total = range.total();
    for (done = range.done(positions(consumer));
        total - done > near;
        done = range.done(positions(consumer))) {
      if (doneAtStart < 0) {
        doneAtStart = done;
      }
      if (stop.getCount() == 0) {
        throw new WakeupException();
      }
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      delivery.deliver(records, this);
      waitingFor = null;
      if (!records.isEmpty()) {
        consumer.commitSync(records.nextOffsets());
      }
    }
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
    waitingFor = reason;
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
