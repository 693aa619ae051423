package io.newswire.fetcher.state;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads moments in the one shape that is written here, {@code 2026-11-24T09:30:00.123Z} with or
 * without milliseconds, ten times as fast as {@link Instant#parse}: a start reads millions of them.
 * Everything else is left to that.
 */
final class WireInstant {

  private static final int SECONDS_LENGTH = "2026-11-24T09:30:00Z".length();
  private static final int MILLIS_LENGTH = "2026-11-24T09:30:00.123Z".length();
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

  private WireInstant() {}

  /**
   * Reads a moment.
   *
   * @throws DateTimeException where it is none
   */
  static Instant parse(String text) {
    if (!isWritten(text)) {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    if (hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    int millis = text.length() == MILLIS_LENGTH ? number(text, 20, 23) : 0;
    long seconds = ((day * 24 + hour) * 60 + minute) * 60 + second;
    return Instant.ofEpochSecond(seconds, millis * 1_000_000L);
  }

  private static boolean isWritten(String text) {
    int length = text.length();
    if (length != SECONDS_LENGTH && length != MILLIS_LENGTH || text.charAt(length - 1) != 'Z') {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char wanted = SHAPE.charAt(i);
      char c = text.charAt(i);
      if (wanted == 'd' ? !isDigit(c) : c != wanted) {
        return false;
      }
    }
    return length == SECONDS_LENGTH
        || text.charAt(19) == '.'
            && isDigit(text.charAt(20))
            && isDigit(text.charAt(21))
            && isDigit(text.charAt(22));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
