package io.newswire.parser.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * Dates as publishers count them, in the form that events carry: a moment with its offset from UTC,
 * or a day alone.
 */
public final class LocalDates {

  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}))?");

  private static final int DAY_ALONE = 10;

  /** Two statements of the same moment may differ by seconds that one of them leaves out. */
  private static final Duration SAME_MOMENT = Duration.ofMinutes(1);

  private LocalDates() {}

  /** Whether a text has the form, and is a date of the calendar. */
  public static boolean isWellFormed(String text) {
    if (!FORM.matcher(text).matches()) {
      return false;
    }
    try {
      start(text);
      return true;
    } catch (DateTimeParseException impossible) {
      return false;
    }
  }

  /** Whether it tells more than the moment in UTC does. */
  public static boolean hasOwnOffset(String text) {
    return text.length() > DAY_ALONE && !text.endsWith("Z");
  }

  /** Whether a well-formed text can be that of a moment: the same one, or its day somewhere. */
  public static boolean isOf(Instant moment, String text) {
    Duration after = Duration.between(start(text), moment);
    return text.length() == DAY_ALONE
        ? after.compareTo(Duration.ofHours(-14)) >= 0 && after.compareTo(Duration.ofHours(36)) < 0
        : after.abs().compareTo(SAME_MOMENT) <= 0;
  }

  private static Instant start(String text) {
    return text.length() == DAY_ALONE
        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }
}
