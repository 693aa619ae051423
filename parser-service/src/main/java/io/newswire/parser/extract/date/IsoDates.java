package io.newswire.parser.extract.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates that machines write: ISO 8601 and RFC 3339 in their many spellings, epochs. */
final class IsoDates {

  private static final Pattern ISO =
      Pattern.compile(
          "((?:19|20)\\d{2})[-/.]?(0[1-9]|1[0-2]|[1-9](?=[-/.]))[-/.]?(0[1-9]|[12]\\d|3[01]|[1-9](?!\\d))"
              + "(?:(?:[T_]|\\s{1,3}|\\s?-\\s?)([01]?\\d|2[0-4])[:h.]?([0-5]\\d)(?::?([0-5]\\d|60))?(?:[.,]\\d{1,9})?"
              + "\\s{0,2}(Z|[+-]\\d{2}:?\\d{2}|[+-]\\d{1,2}(?!\\d)|(?:UTC|GMT)(?:[+-]\\d{1,2}(?::?\\d{2})?)?)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EPOCH = Pattern.compile("\\d{10}(?:\\d{3})?(?:\\.\\d{1,6})?");

  private IsoDates() {}

  /** A date at the start of a text, or nothing. */
  static @Nullable FoundDate read(String text) {
    String stripped = text.strip();
    if (EPOCH.matcher(stripped).matches()) {
      return epoch(stripped);
    }
    Matcher matcher = ISO.matcher(stripped);
    return matcher.lookingAt() ? found(matcher) : null;
  }

  private static FoundDate epoch(String digits) {
    int point = digits.indexOf('.');
    long value = Long.parseLong(point < 0 ? digits : digits.substring(0, point));
    Instant instant =
        value > 99_999_999_999L ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
    return new FoundDate(
        instant.atOffset(ZoneOffset.UTC).toLocalDate(),
        instant.atOffset(ZoneOffset.UTC).toLocalTime(),
        ZoneOffset.UTC);
  }

  private static @Nullable FoundDate found(Matcher matcher) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
      if (matcher.group(4) == null) {
        return new FoundDate(day, null, null);
      }
      int hour = Integer.parseInt(matcher.group(4)) % 24;
      int second = matcher.group(6) == null ? 0 : Math.min(59, Integer.parseInt(matcher.group(6)));
      LocalTime time = LocalTime.of(hour, Integer.parseInt(matcher.group(5)), second);
      return new FoundDate(day, time, offset(matcher.group(7)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** An offset such as {@code Z}, {@code +0100}, {@code -5} or {@code GMT+2}. */
  static @Nullable ZoneId offset(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
    if (sign < 0) {
      return ZoneOffset.UTC;
    }
    String digits = text.substring(sign + 1).replace(":", "");
    int value = Integer.parseInt(digits);
    int minutes = digits.length() > 2 ? value / 100 * 60 + value % 100 : value * 60;
    if (minutes > 18 * 60) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds((text.charAt(sign) == '-' ? -60 : 60) * minutes);
  }
}
