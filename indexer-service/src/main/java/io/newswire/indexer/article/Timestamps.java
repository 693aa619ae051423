package io.newswire.indexer.article;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as the contract writes them: {@code 2026-10-02T09:30:00Z}, with or without a
 * fraction.
 */
final class Timestamps {

  private static final int WITHOUT_FRACTION = "2026-10-02T09:30:00Z".length();

  private Timestamps() {}

  /** The time; null where the text is none. What the field holds is for Elasticsearch to judge. */
  static @Nullable Instant read(String text) {
    try {
      return isPlain(text) ? plain(text) : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The usual form is read by hand: a formatter takes longer than the rest of the event. */
  private static boolean isPlain(String text) {
    if (text.length() != WITHOUT_FRACTION) {
      return false;
    }
    for (int i = 0; i < WITHOUT_FRACTION; i++) {
      char expected = "dddd-dd-ddTdd:dd:ddZ".charAt(i);
      char c = text.charAt(i);
      if (expected == 'd' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return true;
  }

  private static Instant plain(String text) {
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
