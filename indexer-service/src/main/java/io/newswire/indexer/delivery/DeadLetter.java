package io.newswire.indexer.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that will not be indexed.
 *
 * @param record the record as it was read
 * @param reason short class in kebab-case
 * @param message what was wrong, for a person
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason, String message) {}
