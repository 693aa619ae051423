package io.newswire.indexer.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** What the indexer reads of a record's headers, as text and nothing else. */
final class RecordHeaders {

  private static final int LONGEST_PRINTED = 64;

  private RecordHeaders() {}

  /** {@code ce_id}: the key and the version of the event. */
  static @Nullable String eventId(ConsumerRecord<byte[], byte[]> record) {
    return text(record, "ce_id");
  }

  /** Trace id out of the W3C {@code traceparent}; {@code -} where there is none. */
  static String traceId(ConsumerRecord<byte[], byte[]> record) {
    String parent = text(record, "traceparent");
    return parent != null && parent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*")
        ? parent.substring(3, 35)
        : "-";
  }

  /** A key of unknown content, for a log line. */
  static String printable(byte @Nullable [] key) {
    if (key == null) {
      return "-";
    }
    String text = new String(key, UTF_8).replaceAll("[^\\p{Graph}]", "?");
    return text.length() <= LONGEST_PRINTED ? text : text.substring(0, LONGEST_PRINTED) + "…";
  }

  private static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
