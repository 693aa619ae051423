package io.newswire.indexer.destination;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.index.Indices;
import io.newswire.indexer.index.Partition;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drops the partitions that are over, whole. Every instance does; what is gone already is no
 * matter. The newest partition always stays: it holds the alias.
 */
@Component
class Retention implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Retention.class);

  private final ArticleIndex index;
  private final PartitionChoice choice;
  private final long intervalMs;
  private final InstantSource clock;
  private final Counter dropped;
  private @Nullable ScheduledExecutorService schedule;

  Retention(
      ArticleIndex index,
      IndexerProperties properties,
      InstantSource clock,
      MeterRegistry registry) {
    this.index = index;
    this.choice =
        new PartitionChoice(properties.retention().keep(), properties.retention().partition());
    this.intervalMs = properties.retention().checkInterval().toMillis();
    this.clock = clock;
    this.dropped =
        Counter.builder("newswire.indexer.partitions.dropped")
            .description("Partitions of the index that were dropped because they are over")
            .register(registry);
  }

  /** Drops what is over now. */
  void dropExpired() {
    Indices indices = index.look();
    Instant now = clock.instant();
    for (Generation generation : indices.generations()) {
      List<Partition> partitions = indices.partitions(generation);
      for (Partition partition : partitions) {
        if (choice.expired(partition, now) && !partition.equals(partitions.getLast())) {
          index.drop(generation, partition);
          dropped.increment();
          log.info("event=partition-dropped index={}", generation.index(partition));
        }
      }
    }
  }

  private void tryToDropExpired() {
    try {
      dropExpired();
    } catch (RuntimeException e) {
      log.warn("event=retention-waits reason=\"{}\"", e.getMessage());
    }
  }

  @Override
  public synchronized void start() {
    if (choice.keep() == null) {
      return;
    }
    schedule =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("retention").factory());
    schedule.scheduleWithFixedDelay(this::tryToDropExpired, 0, intervalMs, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (schedule != null) {
      schedule.shutdownNow();
      schedule = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return schedule != null;
  }
}
