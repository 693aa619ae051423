package io.newswire.fetcher.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is written: CloudEvents 1.0 attributes as headers in binary mode, JSON as value.
 *
 * @param topic where it goes
 * @param partition the partition, or null to go by key
 * @param key the event's subject
 * @param type CloudEvents type
 * @param version grows for a key; with the key it makes the event's id
 * @param time when what it tells of happened
 * @param trace the trace it belongs to
 * @param value JSON, or null for a tombstone
 */
public record Event(
    String topic,
    @Nullable Integer partition,
    String key,
    String type,
    long version,
    Instant time,
    Traceparent trace,
    byte @Nullable [] value) {

  public static final String FEED = "news.feed.v1";
  public static final String FEED_STATE = "news.feed-state.v1";
  public static final String RAW_ARTICLE = "news.raw-article.v1";

  private static final String SOURCE = "/newswire/fetcher";

  /** Returns the record to send, with further headers of the fetcher's own. */
  public ProducerRecord<byte[], byte[]> toRecord(Header... more) {
    List<Header> headers = new ArrayList<>();
    headers.add(header("ce_specversion", "1.0"));
    headers.add(header("ce_id", key + "/" + version));
    headers.add(header("ce_type", type));
    headers.add(header("ce_source", SOURCE));
    headers.add(header("ce_time", DateTimeFormatter.ISO_INSTANT.format(time)));
    headers.add(header("ce_subject", key));
    if (value != null) {
      headers.add(header("content-type", "application/json"));
    }
    headers.add(header("traceparent", trace.value()));
    headers.addAll(List.of(more));
    return new ProducerRecord<>(
        topic, partition, null, key.getBytes(StandardCharsets.UTF_8), value, headers);
  }

  /** Returns a header with a UTF-8 string. */
  public static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the bytes it takes, roughly. */
  public int size() {
    return key.length() + 512 + (value == null ? 0 : value.length);
  }
}
