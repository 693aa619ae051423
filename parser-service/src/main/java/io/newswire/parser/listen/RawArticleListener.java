package io.newswire.parser.listen;

import io.newswire.parser.extract.ExtractionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Parses a batch of raw articles and hands everything that came of it to Kafka, in the transaction
 * that the container has begun and to which it adds the offsets: whoever reads committed records
 * sees each article once, whatever ends between. Where Kafka does not take it, this throws, and the
 * batch is undone and handed over again.
 */
final class RawArticleListener implements BatchMessageListener<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(RawArticleListener.class);

  private final RawArticleParser parser;
  private final ArticleEvents events;
  private final DeadLetters deadLetters;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final ParserMetrics metrics;
  private final BatchRollback rollback;

  /** Where articles came from that no broker takes: a transaction cannot go on after a refusal. */
  private final Set<Position> tooLarge = ConcurrentHashMap.newKeySet();

  private record Position(TopicPartition partition, long offset) {

    static Position of(ConsumerRecord<?, ?> record) {
      return new Position(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
  }

  /** A record of the batch and what becomes of it. */
  private record Result(ConsumerRecord<byte[], byte[]> source, Outcome outcome) {}

  RawArticleListener(
      RawArticleParser parser,
      ArticleEvents events,
      DeadLetters deadLetters,
      KafkaOperations<byte[], byte[]> kafka,
      ParserMetrics metrics,
      BatchRollback rollback) {
    this.parser = parser;
    this.events = events;
    this.deadLetters = deadLetters;
    this.kafka = kafka;
    this.metrics = metrics;
    this.rollback = rollback;
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    // All of it is parsed before the first is sent: brokers bound the time of a transaction.
    List<Result> results = records.stream().map(this::parse).toList();
    AtomicReference<@Nullable Position> refused = new AtomicReference<>();
    try {
      List<CompletableFuture<?>> sent =
          results.stream().flatMap(result -> send(result, refused).stream()).toList();
      kafka.flush();
      sent.forEach(CompletableFuture::join);
    } catch (RuntimeException e) {
      Position first = refused.get();
      if (first != null && tooLarge.add(first)) {
        rollback.gotOn();
      }
      throw e;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            results.forEach(RawArticleListener.this::report);
            rollback.committed(partitions(records));
          }
        });
  }

  private static Set<TopicPartition> partitions(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> new TopicPartition(record.topic(), record.partition()))
        .collect(Collectors.toSet());
  }

  private Result parse(ConsumerRecord<byte[], byte[]> record) {
    return tooLarge.contains(Position.of(record))
        ? new Result(
            record,
            new Outcome.Bad(
                "article-too-large", "the article is larger than its topic takes", null))
        : new Result(record, parser.parse(record));
  }

  private Optional<CompletableFuture<?>> send(
      Result result, AtomicReference<@Nullable Position> refused) {
    return switch (result.outcome()) {
      case Outcome.Parsed parsed -> {
        Position position = Position.of(result.source());
        yield Optional.of(
            noting(
                () -> kafka.send(events.record(parsed.article(), result.source())),
                () -> refused.compareAndSet(null, position)));
      }
      case Outcome.Bad bad ->
          Optional.of(kafka.send(deadLetters.of(result.source(), bad.reason(), bad.message())));
      case Outcome.Tombstone _ -> Optional.empty();
    };
  }

  /**
   * Sends, and notes the first refusal for size: an article that no broker will ever take is a bad
   * record, and the next attempt treats it as one. Whatever is sent after a refusal fails with the
   * same cause, and must not be blamed for it.
   */
  private static CompletableFuture<?> noting(
      Supplier<CompletableFuture<?>> sending, Runnable refusal) {
    CompletableFuture<?> sent;
    try {
      sent = sending.get();
    } catch (RuntimeException e) {
      if (isTooLarge(e)) {
        refusal.run();
      }
      throw e;
    }
    return sent.whenComplete(
        (done, e) -> {
          if (isTooLarge(e)) {
            refusal.run();
          }
        });
  }

  private static boolean isTooLarge(@Nullable Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException) {
        return true;
      }
    }
    return false;
  }

  private void report(Result each) {
    ConsumerRecord<byte[], byte[]> source = each.source();
    tooLarge.remove(Position.of(source));
    switch (each.outcome()) {
      case Outcome.Parsed parsed -> {
        metrics.published(parsed.normalized(), parsed.took());
        reportPageFault(parsed);
      }
      case Outcome.Bad bad -> {
        metrics.deadLettered(bad.reason());
        log.warn(
            "event=dead-letter reason={} key={} topic={} partition={} offset={} trace={} message=\"{}\"",
            bad.reason(),
            Keys.printable(source.key()),
            source.topic(),
            source.partition(),
            source.offset(),
            Keys.printable(ArticleEvents.traceParent(source)),
            Keys.printable(bad.message()),
            bad.reason().equals("internal-error") ? bad.cause() : null);
      }
      case Outcome.Tombstone _ -> metrics.skipped();
    }
  }

  private static void reportPageFault(Outcome.Parsed parsed) {
    ExtractionException fault = parsed.normalized().pageFault();
    if (fault != null) {
      log.info(
          "event=page-fault article={} entry={} reason={} message=\"{}\"",
          parsed.article().id(),
          parsed.article().entryId(),
          fault.reason(),
          Keys.printable(fault.getMessage()));
    }
  }
}
