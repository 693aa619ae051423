package io.newswire.parser.listen;

import io.newswire.parser.ParserProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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

  private final ParserMetrics metrics;
  private final DeliveryHealth health;

  BatchRollback(ParserProperties parser, ParserMetrics metrics, DeliveryHealth health) {
    super(null, forEver(parser));
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
    health.failed(exception);
    super.processBatch(records, recordList, consumer, container, exception, recoverable, eosMode);
    while ((container == null || container.isRunning())
        && !seekToCommitted(records.partitions(), consumer)) {
      log.warn("event=offsets-unknown partitions={} retry=true", records.partitions());
    }
  }

  /**
   * To be told on the consumer's thread when a batch was committed: the next pause is short again.
   */
  void committed() {
    clearThreadState();
  }

  private static boolean seekToCommitted(
      Collection<TopicPartition> partitions, Consumer<byte[], byte[]> consumer) {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(partitions));
      for (TopicPartition partition : partitions) {
        OffsetAndMetadata offset = committed.get(partition);
        if (offset == null) {
          consumer.seekToBeginning(List.of(partition));
        } else {
          consumer.seek(partition, offset);
        }
      }
      return true;
    } catch (TimeoutException | WakeupException e) {
      return false;
    }
  }
}
