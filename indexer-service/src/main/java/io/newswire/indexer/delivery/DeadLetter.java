package io.newswire.indexer.delivery;

import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that will not be indexed.
 *
 * @param record the record as it was read
 * @param reason short class in kebab-case
 * @param message what was wrong, for a person: a line of at most 1,000 characters, whatever the
 *     record has in it that is told of
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, String reason, String message) {

  private static final int LONGEST_MESSAGE = 1000;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

  DeadLetter {
    message = CONTROL.matcher(shortened(message)).replaceAll(" ");
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE - 1) + "…";
  }
}
