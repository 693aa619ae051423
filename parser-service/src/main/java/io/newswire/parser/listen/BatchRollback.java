package io.newswire.parser.listen;

import io.newswire.parser.ParserProperties;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ContainerProperties.EOSMode;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Goes on after a batch that was not committed, after a pause that grows: at the offsets that Kafka
 * has, not at those that this process remembers. Whether a commit that was never answered took
 * place only Kafka knows; it answers once the transaction is decided.
 */
final class BatchRollback extends DefaultAfterRollbackProcessor<byte[], byte[]> {

  private static final Logger log = LoggerFactory.getLogger(BatchRollback.class);

  private final Duration pause;
  private final ParserMetrics metrics;
  private final DeliveryHealth health;

  BatchRollback(ParserProperties parser, ParserMetrics metrics, DeliveryHealth health) {
    super(null, forEver(parser));
    this.pause = parser.retryBackoff();
    this.metrics = metrics;
    this.health = health;
  }

  private static ExponentialBackOff forEver(ParserProperties parser) {
    ExponentialBackOff backOff = new ExponentialBackOff(parser.retryBackoff().toMillis(), 2);
    backOff.setMaxInterval(parser.retryBackoffMax().toMillis());
    return backOff;
  }

  @Override
  public void processBatch(
      ConsumerRecords<byte[], byte[]> records,
      List<ConsumerRecord<byte[], byte[]>> recordList,
      Consumer<byte[], byte[]> consumer,
      @Nullable MessageListenerContainer container,
      Exception exception,
      boolean recoverable,
      EOSMode eosMode) {
    metrics.publishFailed();
    health.failed(records.partitions(), exception);
    super.processBatch(records, recordList, consumer, container, exception, recoverable, eosMode);
    while ((container == null || container.isRunning()) && !seekToCommitted(records, consumer)) {
      log.warn("event=offsets-unknown partitions={} retry=true", records.partitions());
    }
  }

  /** To be told on the consumer's thread that a batch is committed. */
  void committed(Collection<TopicPartition> partitions) {
    health.delivered(partitions);
    gotOn();
  }

  /**
   * To be told on the consumer's thread that the next attempt will be another one than the last:
   * the pause before it is short again.
   */
  void gotOn() {
    clearThreadState();
  }

  /** Where Kafka has no offset yet the batch begins where it began. */
  private boolean seekToCommitted(
      ConsumerRecords<byte[], byte[]> records, Consumer<byte[], byte[]> consumer) {
    try {
      consumer
          .committed(records.partitions())
          .forEach(
              (partition, committed) -> {
                if (committed != null) {
                  consumer.seek(partition, committed);
                  if (committed.offset() > records.records(partition).getLast().offset()) {
                    health.delivered(Set.of(partition));
                  }
                }
              });
      return true;
    } catch (TimeoutException | WakeupException e) {
      return false;
    } catch (KafkaException e) {
      log.warn("event=offsets-refused partitions={}", records.partitions(), e);
      return !paused();
    }
  }

  /** Returns whether to go on afterwards. */
  private boolean paused() {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
