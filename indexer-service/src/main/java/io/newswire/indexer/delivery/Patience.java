package io.newswire.indexer.delivery;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How a batch waits for better times without its consumer being put out of the group. */
public interface Patience {

  /**
   * Waits; the consumer goes on polling with its partitions paused.
   *
   * @param pause how long
   * @param reason what is waited for
   * @throws org.apache.kafka.common.errors.WakeupException if the consumer is to stop
   */
  void await(Duration pause, String reason);

  /**
   * Whether the record's partition is still this consumer's, so that the record is its business.
   */
  boolean concerns(ConsumerRecord<byte[], byte[]> record);
}
