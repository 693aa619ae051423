package io.newswire.fetcher.directory;

import io.newswire.fetcher.kafka.KafkaUnavailableException;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.subscription.FeedPartitions;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes subscriptions, from any instance: the owner of their partition acts on them. A changed one
 * goes to the partition the feed is in, even if its new address belongs to another; the owner moves
 * it with its state. Returns when the directory shows what was written.
 */
public final class Subscriptions implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

  private final FeedDirectory directory;
  private final FeedPartitions partitions;
  private final FeedEvents events;
  private final Producer<byte[], byte[]> producer;
  private final InstantSource clock;
  private final RandomGenerator random;

  public Subscriptions(
      FeedDirectory directory,
      FeedPartitions partitions,
      FeedEvents events,
      Producer<byte[], byte[]> producer,
      InstantSource clock,
      RandomGenerator random) {
    this.directory = directory;
    this.partitions = partitions;
    this.events = events;
    this.producer = producer;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Writes subscriptions.
   *
   * @throws KafkaUnavailableException where Kafka did not take all of them
   */
  public void put(List<Subscription> subscriptions) {
    Traceparent trace = Traceparent.start(random);
    write(
        subscriptions.stream()
            .map(subscription -> events.subscription(subscription, partition(subscription), trace))
            .toList());
  }

  /**
   * Unsubscribes feeds; their owners forget their states.
   *
   * @throws KafkaUnavailableException where Kafka did not take all of it
   */
  public void remove(List<DirectoryEntry> feeds) {
    Traceparent trace = Traceparent.start(random);
    write(
        feeds.stream()
            .map(
                feed ->
                    events.noSubscription(
                        feed.subscription().id(), feed.partition(), clock.instant(), trace))
            .toList());
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }

  private int partition(Subscription subscription) {
    DirectoryEntry known = directory.find(subscription.id());
    return known == null ? partitions.of(subscription.url()) : known.partition();
  }

  private void write(List<ProducerRecord<byte[], byte[]>> records) {
    try {
      List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
      for (ProducerRecord<byte[], byte[]> message : records) {
        sent.add(producer.send(message));
      }
      producer.flush();
      Map<Integer, Long> newest = new HashMap<>();
      for (Future<RecordMetadata> each : sent) {
        RecordMetadata written = each.get(WRITE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        newest.merge(written.partition(), written.offset(), Math::max);
      }
      awaitShown(newest);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new KafkaUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaUnavailableException(e);
    }
  }

  /** All of it together: a list of a hundred thousand feeds takes the view some seconds. */
  private void awaitShown(Map<Integer, Long> newest) throws InterruptedException {
    long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
    for (Map.Entry<Integer, Long> each : newest.entrySet()) {
      Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      if (!directory.await(each.getKey(), each.getValue(), left)) {
        log.warn("event=directory-behind partition={}", each.getKey());
      }
    }
  }
}
