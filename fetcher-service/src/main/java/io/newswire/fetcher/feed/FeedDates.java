package io.newswire.fetcher.feed;

import io.newswire.fetcher.feed.FeedDate.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates as feeds write them: RFC 822 and its successors, RFC 3339, W3CDTF and other ISO 8601
 * forms, the output of {@code ctime}, SQL timestamps, seconds since 1970, and month names of some
 * thirty languages. Where no zone is given, UTC is meant.
 */
final class FeedDates {

  private static final int LONGEST = 100;

  private FeedDates() {}

  /** The date that {@code text} is, or null if it is none that exists. */
  static @Nullable FeedDate parse(String text) {
    String date = text.strip();
    if (date.length() < 4 || date.length() > LONGEST) {
      return null;
    }
    try {
      FeedDate read = internet(date);
      if (read == null) {
        read = calendar(date);
      }
      if (read == null) {
        read = IsoDates.parse(date);
      }
      return read == null ? new LooseDate(date).parse() : read;
    } catch (DateTimeException | ArithmeticException e) {
      // A date that does not exist, such as 31 February, is none.
      return null;
    }
  }

  /** {@code 2026-10-02T09:30:00Z} and the like: what nearly every Atom feed has. */
  private static @Nullable FeedDate internet(String s) {
    int length = s.length();
    if (length < 20
        || s.charAt(4) != '-'
        || s.charAt(7) != '-'
        || s.charAt(10) != 'T'
        || s.charAt(13) != ':'
        || s.charAt(16) != ':') {
      return null;
    }
    int at = 19;
    int nanos = 0;
    if (s.charAt(at) == '.') {
      int scale = 100_000_000;
      for (at++; at < length && isDigit(s.charAt(at)); at++) {
        nanos += (s.charAt(at) - '0') * scale;
        scale /= 10;
      }
    }
    int offset = at < length ? offsetSeconds(s, at) : Integer.MIN_VALUE;
    int year = number(s, 0, 4);
    int month = number(s, 5, 7);
    int day = number(s, 8, 10);
    int hour = number(s, 11, 13);
    int minute = number(s, 14, 16);
    int second = number(s, 17, 19);
    if (offset == Integer.MIN_VALUE || (year | month | day | hour | minute | second) < 0) {
      return null;
    }
    return date(
        year,
        month,
        day,
        hour,
        minute,
        second,
        nanos,
        isUnknown(s.charAt(at), offset) ? null : offset);
  }

  /** {@code Fri, 02 Oct 2026 09:30:00 +0000} and the like: what nearly every RSS feed has. */
  private static @Nullable FeedDate calendar(String s) {
    int at = s.indexOf(',') == 3 ? 4 : 0;
    while (at < s.length() && s.charAt(at) == ' ') {
      at++;
    }
    int dayEnd = s.indexOf(' ', at);
    if (dayEnd < 0 || dayEnd - at > 2 || s.length() < dayEnd + 19) {
      return null;
    }
    int month = DateWords.englishMonth(s, dayEnd + 1);
    int rest = dayEnd + 4;
    if (month == 0
        || s.charAt(rest) != ' '
        || s.charAt(rest + 5) != ' '
        || s.charAt(rest + 8) != ':'
        || s.charAt(rest + 11) != ':') {
      return null;
    }
    int day = number(s, at, dayEnd);
    int year = number(s, rest + 1, rest + 5);
    int hour = number(s, rest + 6, rest + 8);
    int minute = number(s, rest + 9, rest + 11);
    int second = number(s, rest + 12, rest + 14);
    int zone = rest + 14;
    if ((year | day | hour | minute | second) < 0 || zone >= s.length() || s.charAt(zone) != ' ') {
      return null;
    }
    String name = s.substring(zone + 1);
    Integer offset = name.equals("GMT") ? Integer.valueOf(0) : zoneSeconds(name);
    return offset == null
        ? null
        : date(
            year,
            month,
            day,
            hour,
            minute,
            second,
            0,
            isUnknown(name.charAt(0), offset) ? null : offset);
  }

  /**
   * The date of these parts; a 24th hour is the next day's first, a 60th second the next minute's
   * first.
   *
   * @param givenHour -1 if no time of day is given
   * @param givenOffset seconds east of Greenwich; null if none is given, which means UTC
   */
  static FeedDate date(
      int year,
      int month,
      int day,
      int givenHour,
      int minute,
      int second,
      int nanos,
      @Nullable Integer givenOffset) {
    int hour = Math.max(givenHour, 0);
    int offset = givenOffset == null ? 0 : givenOffset;
    if (hour > 24 || minute > 59 || second > 61 || hour == 24 && (minute > 0 || second > 0)) {
      throw new DateTimeException("no such time of day");
    }
    long midnight = LocalDate.of(year, month, day).toEpochDay() * 86_400;
    Instant instant =
        Instant.ofEpochSecond(midnight + hour * 3_600L + minute * 60L + second - offset, nanos);
    Precision precision =
        givenHour < 0 ? Precision.DAY : givenOffset == null ? Precision.OTHER : Precision.OFFSET;
    return new FeedDate(instant, precision, offset);
  }

  private static boolean isUnknown(char sign, int offset) {
    return sign == '-' && offset == 0;
  }

  /**
   * Seconds east of Greenwich; null for {@code -00:00}, which says that the offset is unknown (RFC
   * 3339, 4.3; RFC 5322, 3.3).
   */
  static @Nullable Integer known(char sign, int seconds) {
    Integer offset = sign == '-' ? -seconds : seconds;
    return isUnknown(sign, seconds) ? null : offset;
  }

  /** Seconds east of Greenwich of a zone's name or offset, or null if it is none that is known. */
  static @Nullable Integer zoneSeconds(String zone) {
    char first = zone.isEmpty() ? ' ' : zone.charAt(0);
    if (first == '+' || first == '-') {
      int offset = offsetSeconds(zone, 0);
      return offset == Integer.MIN_VALUE ? null : offset;
    }
    return DateWords.zone(zone);
  }

  /**
   * Seconds of {@code Z}, {@code +hhmm}, {@code +hh:mm}, {@code +hh} up to the end; MIN_VALUE if it
   * is none.
   */
  private static int offsetSeconds(String s, int at) {
    char sign = s.charAt(at);
    int length = s.length() - at;
    if (sign == 'Z' || sign == 'z') {
      return length == 1 ? 0 : Integer.MIN_VALUE;
    }
    if (sign != '+' && sign != '-') {
      return Integer.MIN_VALUE;
    }
    int hours = length >= 3 ? number(s, at + 1, at + 3) : -1;
    int minutes =
        length == 3
            ? 0
            : length == 5
                ? number(s, at + 3, at + 5)
                : length == 6 && s.charAt(at + 3) == ':' ? number(s, at + 4, at + 6) : -1;
    if (hours < 0 || minutes < 0 || minutes > 59 || hours > 24) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3_600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  /**
   * The offset of a region such as {@code Europe/Paris} at a local time, or null if there is no
   * such region.
   */
  static @Nullable Integer regionSeconds(
      String region, int year, int month, int day, int hour, int minute) {
    try {
      ZoneOffset offset =
          ZoneId.of(region)
              .getRules()
              .getOffset(LocalDateTime.of(year, month, day, hour % 24, minute));
      return offset.getTotalSeconds();
    } catch (DateTimeException e) {
      // Looks like a region and is none: the caller goes by UTC.
      return null;
    }
  }

  /** The number between two positions, or -1 if there is anything but digits. */
  static int number(String s, int from, int to) {
    if (from >= to || to > s.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if (!isDigit(c)) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
