package io.newswire.indexer.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.bulk.BulkWriter;
import io.newswire.indexer.delivery.BatchDelivery;
import io.newswire.indexer.delivery.DeadLetters;
import io.newswire.indexer.delivery.DeliveryMetrics;
import io.newswire.indexer.delivery.DeliveryStatus;
import io.newswire.indexer.delivery.IndexReady;
import io.newswire.indexer.destination.Destination;
import io.newswire.indexer.destination.PartitionedWriter;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.index.Indices;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The rebuild of this instance: starts it, takes it up again, gives it up. */
@Component
public final class Rebuilds {

  private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final ArticleIndex index;
  private final RebuildTopic topic;
  private final BulkWriter writer;
  private final PartitionedWriter partitions;
  private final DeadLetters deadLetters;
  private final IndexerProperties.Retry retry;
  private final InstantSource clock;
  private @Nullable Rebuild current;
  private @Nullable Thread thread;

  Rebuilds(
      ArticleIndex index,
      RebuildTopic topic,
      BulkWriter writer,
      PartitionedWriter partitions,
      DeadLetters deadLetters,
      IndexerProperties properties,
      InstantSource clock,
      MeterRegistry registry) {
    this.index = index;
    this.topic = topic;
    this.writer = writer;
    this.partitions = partitions;
    this.deadLetters = deadLetters;
    this.retry = properties.retry();
    this.clock = clock;
    Gauge.builder("newswire.indexer.rebuild.progress", this, Rebuilds::share)
        .description("Share of the rebuild that is done; NaN while there is none")
        .register(registry);
  }

  /** Starts a rebuild, or takes up one that was interrupted; empty if one is running already. */
  public synchronized Optional<RebuildProgress> start() {
    if (current != null && !current.progress().phase().ended()) {
      return Optional.empty();
    }
    return Optional.of(begin(unfinished(index.look()).orElseGet(index::createNext)));
  }

  /**
   * Takes up a rebuild that was interrupted, if there is one; starts one if the index has an older
   * mapping than this version of the service, or other partitions than its settings say.
   *
   * @throws RuntimeException if Elasticsearch or Kafka cannot be asked
   */
  @EventListener
  public synchronized void resume(IndexReady ready) {
    if (current != null) {
      return;
    }
    Indices indices = index.look();
    Optional<Generation> unfinished = unfinished(indices);
    if (unfinished.isPresent()) {
      log.info("event=rebuild-taken-up index={}", unfinished.get().index());
      begin(unfinished.get());
    } else if (index.outdated(indices)) {
      log.info("event=rebuild-started reason=\"the mapping or the partitions have changed\"");
      begin(index.createNext());
    }
  }

  /** A generation newer than the serving one, or the serving one if its rebuild has not ended. */
  private Optional<Generation> unfinished(Indices indices) {
    Generation serving = indices.serving().orElse(null);
    List<Generation> generations = indices.generations();
    if (serving == null || generations.isEmpty()) {
      return Optional.empty();
    }
    Generation newest = generations.getLast();
    if (newest.compareTo(serving) > 0) {
      return Optional.of(newest);
    }
    boolean oldLeft = generations.getFirst().compareTo(serving) < 0;
    return oldLeft && topic.hasOffsets(serving) ? Optional.of(serving) : Optional.empty();
  }

  private RebuildProgress begin(Generation generation) {
    Rebuild rebuild = new Rebuild(generation, topic, index, () -> delivery(generation), clock);
    current = rebuild;
    thread = Thread.ofPlatform().name("rebuild-" + generation.number()).start(rebuild);
    return rebuild.progress();
  }

  /** The rebuild that runs or ran last in this instance. */
  public synchronized Optional<RebuildProgress> current() {
    return Optional.ofNullable(current).map(Rebuild::progress);
  }

  /** Gives up the rebuild of an index; false if it cannot be given up any more. */
  public boolean cancel(String indexName) {
    Rebuild rebuild;
    Thread running;
    synchronized (this) {
      rebuild = current;
      running = thread;
    }
    if (rebuild == null
        || running == null
        || !rebuild.generation().index().equals(indexName)
        || !rebuild.cancel()) {
      return false;
    }
    join(running);
    return true;
  }

  private double share() {
    return current()
        .filter(progress -> !progress.phase().ended())
        .map(progress -> progress.percent() / 100.0)
        .orElse(Double.NaN);
  }

  private BatchDelivery delivery(Generation generation) {
    return new BatchDelivery(
        Destination.of(generation, index, writer, partitions),
        () -> {
          throw new Rebuild.GenerationGoneException();
        },
        deadLetters,
        // Of its own: what is written again must not look like news in the service's figures.
        new DeliveryMetrics(new SimpleMeterRegistry(), new DeliveryStatus()),
        clock,
        retry);
  }

  @PreDestroy
  void stop() {
    Rebuild rebuild;
    Thread running;
    synchronized (this) {
      rebuild = current;
      running = thread;
    }
    if (rebuild != null && running != null) {
      rebuild.stop();
      join(running);
    }
  }

  private static void join(Thread running) {
    try {
      running.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
