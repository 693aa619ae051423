package io.newswire.fetcher.feed;

import io.newswire.fetcher.feed.FeedDate.Precision;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates in the many forms of ISO 8601, W3CDTF and SQL. */
final class IsoDates {

  private static final String TIME =
      "(?:(?:[Tt]|\\s+|\\s*[Tt]\\s*|\\s*,\\s*)(?<hour>\\d{1,2})(?::?(?<minute>\\d{1,2})(?::?(?<second>\\d{1,2})"
          + "(?:[.,](?<fraction>\\d*))?)?)?\\s*(?<zone>[Zz]|[+-]\\d{1,2}:?\\d{0,2}(?::\\d{2})?|[A-Za-z]{1,5})?)?";

  private static final Pattern DASHED =
      Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?" + TIME);
  private static final Pattern COMPACT =
      Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME);
  private static final Pattern SHORT =
      Pattern.compile("(?<year>\\d{2})-?(?<month>[01]\\d)-?(?<day>[0-3]\\d)" + TIME);
  private static final Pattern ORDINAL =
      Pattern.compile("(?<year>\\d{2}|\\d{4})-?(?<ordinal>[0-3]\\d\\d)" + TIME);
  private static final Pattern WEEK =
      Pattern.compile("(?<year>\\d{4})-?[Ww](?<week>\\d{2})(?:-?(?<weekday>[1-7]))?" + TIME);
  private static final Pattern TRUNCATED = Pattern.compile("-(?<year>\\d{2})-?(?<month>[01]\\d)");
  private static final Pattern YEAR = Pattern.compile("(?<year>\\d{4})" + TIME);

  private IsoDates() {}

  /** The date that {@code text} is, or null if it has none of these forms. */
  static @Nullable FeedDate parse(String text) {
    char first = text.charAt(0);
    if (first == '-') {
      // Year and month of the century (ISO 8601:1988, 5.2.1.3).
      Matcher truncated = TRUNCATED.matcher(text);
      return truncated.matches()
          ? lessThanADay(century(truncated.group("year")), number(truncated, "month"))
          : null;
    }
    if (!FeedDates.isDigit(first)) {
      return null;
    }
    Instant epoch = epoch(text);
    if (epoch != null) {
      return new FeedDate(epoch, Precision.OTHER, 0);
    }
    Matcher m = DASHED.matcher(text);
    if (m.matches()) {
      int year = number(m, "year");
      int month = number(m, "month");
      return m.group("day") == null && m.group("hour") == null
          ? lessThanADay(year, month)
          : at(m, year, month, m.group("day") == null ? 1 : number(m, "day"));
    }
    m = COMPACT.matcher(text);
    if (m.matches() && number(m, "month") <= 12) {
      return at(m, number(m, "year"), number(m, "month"), number(m, "day"));
    }
    m = WEEK.matcher(text);
    if (m.matches()) {
      return week(m);
    }
    m = ORDINAL.matcher(text);
    if (m.matches()) {
      LocalDate day = LocalDate.ofYearDay(century(m.group("year")), number(m, "ordinal"));
      return at(m, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }
    m = YEAR.matcher(text);
    if (m.matches()) {
      int year = number(m, "year");
      return m.group("hour") == null ? lessThanADay(year, 1) : at(m, year, 1, 1);
    }
    m = SHORT.matcher(text);
    if (m.matches()) {
      return at(m, century(m.group("year")), number(m, "month"), number(m, "day"));
    }
    return null;
  }

  private static @Nullable Instant epoch(String text) {
    if (text.length() != 10 && text.length() != 13
        || text.chars().anyMatch(c -> c < '0' || c > '9')) {
      return null;
    }
    long value = Long.parseLong(text);
    return text.length() == 13 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
  }

  private static FeedDate week(Matcher m) {
    int weekday = m.group("weekday") == null ? 1 : number(m, "weekday");
    LocalDate fourth = LocalDate.of(number(m, "year"), 1, 4);
    LocalDate monday = fourth.minusDays(fourth.getDayOfWeek().getValue() - 1L);
    LocalDate day = monday.plusDays((number(m, "week") - 1L) * 7 + weekday - 1);
    return at(m, day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static FeedDate lessThanADay(int year, int month) {
    return new FeedDate(
        FeedDates.date(year, month, 1, -1, 0, 0, 0, null).instant(), Precision.OTHER, 0);
  }

  private static FeedDate at(Matcher m, int year, int month, int day) {
    int hour = m.group("hour") == null ? -1 : number(m, "hour");
    int minute = numberOrZero(m, "minute");
    int second = numberOrZero(m, "second");
    String fraction = m.group("fraction");
    int nanos = 0;
    if (fraction != null && !fraction.isEmpty()) {
      nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
    return FeedDates.date(year, month, day, hour, minute, second, nanos, offset(m.group("zone")));
  }

  private static @Nullable Integer offset(@Nullable String zone) {
    if (zone == null) {
      return null;
    }
    char sign = zone.charAt(0);
    if (sign != '+' && sign != '-') {
      return DateWords.zone(zone);
    }
    String digits = zone.substring(1).replace(":", "");
    int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
    int minutes = digits.length() >= 4 ? Integer.parseInt(digits.substring(2, 4)) : 0;
    if (hours > 24 || minutes > 59) {
      throw new DateTimeException("no such zone: " + zone);
    }
    int seconds = hours * 3_600 + minutes * 60;
    return FeedDates.known(sign, seconds);
  }

  private static int century(String year) {
    int value = Integer.parseInt(year);
    return year.length() == 4 ? value : value + 2000;
  }

  private static int number(Matcher m, String group) {
    return Integer.parseInt(m.group(group));
  }

  private static int numberOrZero(Matcher m, String group) {
    String value = m.group(group);
    return value == null ? 0 : Integer.parseInt(value);
  }
}
