package io.newswire.indexer.delivery;

import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.article.ArticleReader;
import io.newswire.indexer.article.ArticleRecord;
import io.newswire.indexer.article.ArticleRecord.NotAnArticle;
import io.newswire.indexer.article.ArticleRecord.Write;
import io.newswire.indexer.bulk.ItemOutcome;
import io.newswire.indexer.bulk.ItemOutcome.Expired;
import io.newswire.indexer.bulk.ItemOutcome.Indexed;
import io.newswire.indexer.bulk.ItemOutcome.Rejected;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.bulk.ItemOutcome.Stale;
import io.newswire.indexer.destination.Destination;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a batch of records to its end: when {@link #deliver} returns, every record is in the
 * index, or was there in this version or a newer one, or is past its time, or is acknowledged in
 * the dead-letter topic, or belongs to another consumer by now. Until then it tries again what may
 * still succeed, and only that.
 */
public final class BatchDelivery {

  private static final Logger log = LoggerFactory.getLogger(BatchDelivery.class);

  private record Pending(ConsumerRecord<byte[], byte[]> record, Write write) {}

  private final ArticleReader reader = new ArticleReader();
  private final Destination destination;
  private final Runnable indexMissing;
  private final DeadLetters deadLetters;
  private final DeliveryMetrics metrics;
  private final InstantSource clock;
  private final Backoff backoff;

  public BatchDelivery(
      Destination destination,
      Runnable indexMissing,
      DeadLetters deadLetters,
      DeliveryMetrics metrics,
      InstantSource clock,
      IndexerProperties.Retry retry) {
    this.destination = destination;
    this.indexMissing = indexMissing;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.clock = clock;
    this.backoff =
        new Backoff(retry.initial(), retry.max(), RandomGenerator.of("L64X128MixRandom"));
  }

  /**
   * Delivers the records in their order.
   *
   * @throws org.apache.kafka.common.errors.WakeupException if the consumer is to stop before the
   *     batch has come to its end; nothing of it may be committed then
   */
  public void deliver(Iterable<ConsumerRecord<byte[], byte[]>> records, Patience patience) {
    List<Pending> pending = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      ArticleRecord article =
          reader.read(
              record.key(), record.value(), RecordHeaders.eventId(record), record.timestamp());
      switch (article) {
        case Write write -> pending.add(new Pending(record, write));
        case NotAnArticle bad -> letters.add(new DeadLetter(record, bad.reason(), bad.message()));
      }
    }
    backoff.reset();
    while (true) {
      Attempt attempt = new Attempt(pending);
      pending = attempt.retry;
      letters.addAll(attempt.letters);
      letters = publish(letters);
      if (pending.isEmpty() && letters.isEmpty()) {
        return;
      }
      waitForBetterTimes(attempt, pending.size(), letters.size(), patience);
      pending.removeIf(item -> !patience.concerns(item.record()));
      letters.removeIf(letter -> !patience.concerns(letter.record()));
    }
  }

  private List<DeadLetter> publish(List<DeadLetter> letters) {
    List<DeadLetter> failed = deadLetters.publish(letters);
    letters.stream()
        .filter(letter -> !failed.contains(letter))
        .forEach(letter -> metrics.deadLettered(letter.reason()));
    return new ArrayList<>(failed);
  }

  private void waitForBetterTimes(Attempt attempt, int articles, int letters, Patience patience) {
    if (attempt.progress) {
      backoff.reset();
    }
    Retryable cause = attempt.cause;
    String reason =
        cause == null
            ? "the dead-letter topic does not take records"
            : "%d %s: %s".formatted(cause.status(), cause.type(), cause.reason());
    metrics.retried(articles);
    log.warn(
        "event=delivery-waits articles={} dead-letters={} attempt={} reason=\"{}\"",
        articles,
        letters,
        backoff.attempts() + 1,
        reason);
    patience.await(backoff.next(), reason);
    if (cause != null && cause.indexMissing()) {
      indexMissing.run();
    }
  }

  /** One attempt to write what is pending. */
  private final class Attempt {
    final List<Pending> retry = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    @Nullable Retryable cause;
    boolean progress;

    Attempt(List<Pending> items) {
      List<ItemOutcome> outcomes = destination.write(items.stream().map(Pending::write).toList());
      Instant now = clock.instant();
      for (int i = 0; i < items.size(); i++) {
        settle(items.get(i), outcomes.get(i), now);
      }
    }

    private void settle(Pending item, ItemOutcome outcome, Instant now) {
      switch (outcome) {
        case Indexed() -> metrics.indexed(item.write(), now);
        case Stale() -> metrics.stale();
        case Expired() -> metrics.expired();
        case Rejected rejected -> {
          metrics.rejected();
          letters.add(new DeadLetter(item.record(), reason(rejected), message(rejected)));
        }
        case Retryable retryable -> {
          retry.add(item);
          cause = retryable;
        }
      }
      progress |= !(outcome instanceof Retryable);
    }

    private static String reason(Rejected rejected) {
      return rejected.status() == 413 ? "too-large" : "rejected-by-elasticsearch";
    }

    private static String message(Rejected rejected) {
      return "%d %s: %s".formatted(rejected.status(), rejected.type(), rejected.reason());
    }
  }
}
