package io.newswire.indexer.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dead-letter topic: records byte for byte, with their headers and the reason in more headers.
 */
public final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final String SERVICE = "indexer";

  private final Producer<byte[], byte[]> producer;
  private final String topic;
  private final Runnable ensureTopic;

  /**
   * Publishes to the topic with the producer, which is not closed.
   *
   * @param ensureTopic creates the topic where it is not there any more; throws if that fails
   */
  public DeadLetters(Producer<byte[], byte[]> producer, String topic, Runnable ensureTopic) {
    this.producer = producer;
    this.topic = topic;
    this.ensureTopic = ensureTopic;
  }

  /** Publishes the records and waits until they are acknowledged; returns those that are not. */
  List<DeadLetter> publish(List<DeadLetter> letters) {
    if (letters.isEmpty()) {
      return List.of();
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    List<DeadLetter> failed = new ArrayList<>();
    Throwable refused = null;
    for (DeadLetter letter : letters) {
      // The producer waits for the topic before it refuses: after the first the others are not
      // tried.
      if (refused == null) {
        Future<RecordMetadata> answer = send(letter);
        sent.add(answer);
        refused = waitedInVain(answer);
      } else {
        sent.add(CompletableFuture.failedFuture(refused));
      }
    }
    for (int i = 0; i < letters.size(); i++) {
      if (!acknowledged(letters.get(i), sent.get(i))) {
        failed.add(letters.get(i));
      }
    }
    if (!failed.isEmpty()) {
      tryToEnsureTopic();
    }
    return failed;
  }

  /** Kafka's producer throws few failures; most, as those of its metadata, are in the future. */
  private Future<RecordMetadata> send(DeadLetter letter) {
    try {
      return producer.send(toRecord(letter));
    } catch (KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What the next letter would wait for in vain, too; null where it may fare better. */
  private static @Nullable Throwable waitedInVain(Future<RecordMetadata> answer) {
    return answer.state() == Future.State.FAILED
            && answer.exceptionNow() instanceof TimeoutException timeout
        ? timeout
        : null;
  }

  private void tryToEnsureTopic() {
    try {
      ensureTopic.run();
    } catch (RuntimeException e) {
      // The letters wait on; the next attempt says what is still wrong.
      log.warn("event=dead-letter-topic-unavailable reason=\"{}\"", e.getMessage());
    }
  }

  private boolean acknowledged(DeadLetter letter, Future<RecordMetadata> sent) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    try {
      sent.get();
      log.warn(
          "event=dead-letter article={} topic={} partition={} offset={} reason={} trace={}"
              + " message=\"{}\"",
          RecordHeaders.printable(record.key()),
          record.topic(),
          record.partition(),
          record.offset(),
          letter.reason(),
          RecordHeaders.traceId(record),
          letter.message());
      return true;
    } catch (ExecutionException e) {
      log.error(
          "event=dead-letter-failed article={} topic={} partition={} offset={} error=\"{}\"",
          RecordHeaders.printable(record.key()),
          record.topic(),
          record.partition(),
          record.offset(),
          String.valueOf(e.getCause()));
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private ProducerRecord<byte[], byte[]> toRecord(DeadLetter letter) {
    ConsumerRecord<byte[], byte[]> record = letter.record();
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
    add(dead, "dlt-reason", letter.reason());
    add(dead, "dlt-message", letter.message());
    add(dead, "dlt-topic", record.topic());
    add(dead, "dlt-partition", Integer.toString(record.partition()));
    add(dead, "dlt-offset", Long.toString(record.offset()));
    add(dead, "dlt-timestamp", Long.toString(record.timestamp()));
    add(dead, "dlt-service", SERVICE);
    return dead;
  }

  private static void add(ProducerRecord<byte[], byte[]> record, String header, String value) {
    record.headers().add(header, value.getBytes(UTF_8));
  }
}
