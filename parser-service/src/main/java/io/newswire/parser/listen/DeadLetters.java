package io.newswire.parser.listen;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that could not be processed, byte for byte, with the reason in headers. */
final class DeadLetters {

  private static final int LONGEST_MESSAGE = 1_000;

  private final String topic;

  DeadLetters(String topic) {
    this.topic = topic;
  }

  /** The record with its own headers first, then why, where from and by whom it was given up. */
  ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> record, String reason, String message) {
    RecordHeaders headers = new RecordHeaders(record.headers().toArray());
    add(headers, "dlt-reason", reason);
    add(headers, "dlt-message", abbreviated(message));
    add(headers, "dlt-topic", record.topic());
    add(headers, "dlt-partition", Integer.toString(record.partition()));
    add(headers, "dlt-offset", Long.toString(record.offset()));
    add(headers, "dlt-timestamp", Long.toString(record.timestamp()));
    add(headers, "dlt-service", "newswire-parser");
    return new ProducerRecord<>(topic, null, null, record.key(), record.value(), headers);
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  private static String abbreviated(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "…";
  }
}
