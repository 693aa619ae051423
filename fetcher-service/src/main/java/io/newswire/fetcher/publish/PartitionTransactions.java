package io.newswire.fetcher.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions of one owned partition. All of a transaction's records become visible to readers
 * of committed records, or none. Opening it fences whoever had the same id before, and aborts what
 * it left open. For one thread.
 */
public final class PartitionTransactions implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PartitionTransactions.class);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final String name;
  private final Producer<byte[], byte[]> producer;
  private volatile boolean unanswered;

  /** Takes a producer that is not initialised. */
  public PartitionTransactions(String name, Producer<byte[], byte[]> producer) {
    this.name = name;
    this.producer = producer;
  }

  /** Returns whether a commit waits for a broker that does not answer. For any thread. */
  boolean isUnanswered() {
    return unanswered;
  }

  /** Fences the former owner. Waits for the broker; may be called again where it did not answer. */
  public void open() {
    producer.initTransactions();
  }

  /**
   * Writes records in one transaction.
   *
   * @return where each of them went
   * @throws NotCommittedException where nothing was written and the same may be tried again
   * @throws FencedException where the partition has to be given up
   */
  public List<RecordMetadata> commit(List<ProducerRecord<byte[], byte[]>> records) {
    List<RecordMetadata> written;
    try {
      producer.beginTransaction();
      written = sendAll(records);
    } catch (KafkaException e) {
      throw aborted(e);
    } catch (IllegalStateException e) {
      throw new FencedException("The producer of " + name + " was closed", e);
    }
    commitTransaction();
    return written;
  }

  private List<RecordMetadata> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> pending = new ArrayList<>(records.size());
    for (ProducerRecord<byte[], byte[]> message : records) {
      pending.add(producer.send(message));
    }
    producer.flush();
    List<RecordMetadata> written = new ArrayList<>(records.size());
    for (Future<RecordMetadata> future : pending) {
      written.add(result(future));
    }
    return written;
  }

  private static RecordMetadata result(Future<RecordMetadata> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) {
        throw cause;
      }
      throw new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    }
  }

  /**
   * Whether a commit that timed out took place is not known, and only the same producer may ask: it
   * is repeated until there is an answer.
   */
  private void commitTransaction() {
    while (true) {
      try {
        producer.commitTransaction();
        unanswered = false;
        return;
      } catch (TimeoutException e) {
        unanswered = true;
        log.warn("event=commit-unanswered partition={} error={}", name, e.getMessage());
      } catch (KafkaException | IllegalStateException e) {
        throw new FencedException("The commit in " + name + " ended unknown", e);
      }
    }
  }

  private RuntimeException aborted(KafkaException cause) {
    if (cause instanceof InterruptException) {
      return new FencedException("Interrupted while writing to " + name, cause);
    }
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      e.addSuppressed(cause);
      return new FencedException("Cannot write to " + name + ": " + cause.getMessage(), e);
    }
    boolean permanent =
        cause instanceof RecordTooLargeException || cause instanceof AuthorizationException;
    return new NotCommittedException(
        "Nothing was written to " + name + ": " + cause.getMessage(), cause, permanent);
  }

  /** Aborts what is open. */
  @Override
  public void close() {
    try {
      producer.close(CLOSE);
    } catch (KafkaException e) {
      log.warn("event=producer-close-failed partition={} error={}", name, e.toString());
    }
  }
}
