package io.newswire.fetcher.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of the fetcher's own topics that somebody else wrote, or that were damaged: each is
 * logged with its place and counted, and what is around it goes on.
 */
public final class UnusableRecords {

  private static final Logger log = LoggerFactory.getLogger(UnusableRecords.class);

  private final MeterRegistry registry;

  public UnusableRecords(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Tells of one, each time it is read. */
  public void tell(ConsumerRecord<byte[], byte[]> message, String problem) {
    registry.counter("newswire.fetcher.records.unusable", "topic", message.topic()).increment();
    log.warn(
        "event=record-unusable feed={} topic={} partition={} offset={} error={}",
        feedId(message),
        message.topic(),
        message.partition(),
        message.offset(),
        problem);
  }

  /** The key as far as it can be shown. */
  private static String feedId(ConsumerRecord<byte[], byte[]> message) {
    if (message.key() == null) {
      return "none";
    }
    String key = new String(message.key(), StandardCharsets.UTF_8);
    return key.matches("[0-9a-f]{16}") ? key : "unknown";
  }
}
