package io.newswire.indexer.rebuild;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.TopicProperties;
import io.newswire.indexer.bulk.BulkWriter;
import io.newswire.indexer.delivery.BatchDelivery;
import io.newswire.indexer.delivery.DeadLetters;
import io.newswire.indexer.delivery.DeliveryMetrics;
import io.newswire.indexer.delivery.DeliveryStatus;
import io.newswire.indexer.delivery.IndexReady;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The rebuild of this instance: starts it, takes it up again, gives it up. */
@Component
public final class Rebuilds {

  private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final ArticleIndex index;
  private final ConsumerFactory<byte[], byte[]> consumers;
  private final Admin admin;
  private final BulkWriter writer;
  private final DeadLetters deadLetters;
  private final IndexerProperties properties;
  private final TopicProperties topics;
  private final InstantSource clock;
  private @Nullable Rebuild current;
  private @Nullable Thread thread;

  public Rebuilds(
      ArticleIndex index,
      ConsumerFactory<byte[], byte[]> consumers,
      Admin admin,
      BulkWriter writer,
      DeadLetters deadLetters,
      IndexerProperties properties,
      TopicProperties topics,
      InstantSource clock,
      MeterRegistry registry) {
    this.index = index;
    this.consumers = consumers;
    this.admin = admin;
    this.writer = writer;
    this.deadLetters = deadLetters;
    this.properties = properties;
    this.topics = topics;
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
    Generation unfinished = unfinished().orElse(null);
    return Optional.of(begin(unfinished == null ? index.createNext() : unfinished));
  }

  /**
   * Takes up a rebuild that was interrupted, if there is one; starts one if the index has an older
   * mapping than this version of the service.
   *
   * @throws RuntimeException if Elasticsearch or Kafka cannot be asked
   */
  @EventListener
  public synchronized void resume(IndexReady ready) {
    if (current != null) {
      return;
    }
    Optional<Generation> unfinished = unfinished();
    if (unfinished.isPresent()) {
      log.info("event=rebuild-taken-up index={}", unfinished.get().index());
      begin(unfinished.get());
    } else if (index.mappingOutdated()) {
      log.info("event=rebuild-started reason=\"the mapping has changed\"");
      begin(index.createNext());
    }
  }

  /** A generation newer than the serving one, or the serving one if its rebuild has not ended. */
  private Optional<Generation> unfinished() {
    Generation serving = index.serving().orElse(null);
    List<Generation> generations = index.generations();
    if (serving == null || generations.isEmpty()) {
      return Optional.empty();
    }
    Generation newest = generations.getLast();
    boolean building = newest.compareTo(serving) > 0;
    boolean oldLeft = generations.getFirst().compareTo(serving) < 0 && hasOffsets(serving);
    return building ? Optional.of(newest) : oldLeft ? Optional.of(serving) : Optional.empty();
  }

  private RebuildProgress begin(Generation generation) {
    Rebuild rebuild =
        new Rebuild(
            generation,
            topics.articles(),
            index,
            () -> consumer(generation),
            () -> delivery(generation),
            () -> forgetOffsets(generation),
            clock);
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
    boolean serves = index.serving().filter(generation::equals).isPresent();
    return new BatchDelivery(
        writer,
        serves ? index.target() : index.buildTarget(),
        () -> {
          throw new Rebuild.GenerationGoneException();
        },
        deadLetters,
        // Of its own: what is written again must not look like news in the service's figures.
        new DeliveryMetrics(new SimpleMeterRegistry(), new DeliveryStatus()),
        clock,
        properties.retry());
  }

  private Consumer<byte[], byte[]> consumer(Generation generation) {
    Properties overrides = new Properties();
    overrides.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    overrides.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batch().maxArticles());
    overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return consumers.createConsumer(group(generation), "", "-rebuild", overrides);
  }

  private String group(Generation generation) {
    Object group = consumers.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG);
    return "%s-rebuild-%s".formatted(group, generation.index());
  }

  private boolean hasOffsets(Generation generation) {
    try {
      return !admin
          .listConsumerGroupOffsets(group(generation))
          .partitionsToOffsetAndMetadata()
          .get()
          .isEmpty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw new IllegalStateException("Kafka does not tell the offsets of a rebuild", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void forgetOffsets(Generation generation) {
    try {
      admin.deleteConsumerGroups(List.of(group(generation))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException("Kafka does not remove the offsets of a rebuild", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
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
