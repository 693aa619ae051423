package io.newswire.parser.listen;

import io.newswire.parser.extract.ExtractionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Parses a batch of raw articles and returns once every article and every dead letter of it has
 * been acknowledged; the container commits the offsets after that. Where Kafka does not
 * acknowledge, it throws, and the container hands over the whole batch again: what was published
 * before is published twice then, with the same bytes and the same version.
 */
final class RawArticleListener implements BatchMessageListener<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(RawArticleListener.class);

  private final RawArticleParser parser;
  private final ArticleEvents events;
  private final DeadLetters deadLetters;
  private final KafkaOperations<byte[], byte[]> kafka;
  private final ParserMetrics metrics;
  private final DeliveryHealth health;

  /** A record of the batch on its way. */
  private record InFlight(
      ConsumerRecord<byte[], byte[]> source,
      Outcome outcome,
      @Nullable CompletableFuture<?> sent) {}

  RawArticleListener(
      RawArticleParser parser,
      ArticleEvents events,
      DeadLetters deadLetters,
      KafkaOperations<byte[], byte[]> kafka,
      ParserMetrics metrics,
      DeliveryHealth health) {
    this.parser = parser;
    this.events = events;
    this.deadLetters = deadLetters;
    this.kafka = kafka;
    this.metrics = metrics;
    this.health = health;
  }

  @Override
  public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
    try {
      List<InFlight> acknowledged = acknowledged(sent(records));
      acknowledged.forEach(this::report);
      health.delivered();
    } catch (RuntimeException e) {
      metrics.publishFailed();
      health.failed(e);
      throw e;
    }
  }

  private List<InFlight> sent(List<ConsumerRecord<byte[], byte[]>> records) {
    List<InFlight> batch = new ArrayList<>(records.size());
    for (ConsumerRecord<byte[], byte[]> record : records) {
      batch.add(send(record, parser.parse(record)));
    }
    kafka.flush();
    return batch;
  }

  private InFlight send(ConsumerRecord<byte[], byte[]> source, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Parsed parsed ->
          new InFlight(source, outcome, kafka.send(events.record(parsed.article(), source)));
      case Outcome.Bad bad ->
          new InFlight(
              source, outcome, kafka.send(deadLetters.of(source, bad.reason(), bad.message())));
      case Outcome.Tombstone tombstone -> new InFlight(source, tombstone, null);
    };
  }

  /**
   * Waits for every acknowledgement. An article that no broker will ever take is a bad record, and
   * follows as dead letter.
   */
  private List<InFlight> acknowledged(List<InFlight> batch) {
    List<InFlight> done = new ArrayList<>(batch.size());
    for (InFlight each : batch) {
      try {
        if (each.sent() != null) {
          each.sent().join();
        }
        done.add(each);
      } catch (CompletionException e) {
        if (!isTooLarge(e) || each.outcome() instanceof Outcome.Bad) {
          throw e;
        }
        InFlight deadLetter =
            send(
                each.source(),
                new Outcome.Bad("article-too-large", String.valueOf(cause(e).getMessage()), e));
        kafka.flush();
        done.addAll(acknowledged(List.of(deadLetter)));
      }
    }
    return done;
  }

  private static boolean isTooLarge(CompletionException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RecordTooLargeException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable cause(CompletionException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private void report(InFlight each) {
    ConsumerRecord<byte[], byte[]> source = each.source();
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
