package io.newswire.fetcher.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date by what its parts can mean, whatever their order: a word is a month, a weekday, a
 * zone or a half of the day; a number with colons is a time; one of four digits is a year.
 */
final class LooseDate {

  private final String s;
  private int at;
  private int year = -1;
  private int month = -1;
  private int day = -1;
  private int hour = -1;
  private int minute;
  private int second;
  private int nanos;
  private @Nullable Integer offset;
  private @Nullable String region;
  private int half = -1;
  private boolean dayFromOrder;
  private boolean mayBeWeekday;

  LooseDate(String date) {
    this.s = date.toLowerCase(Locale.ROOT);
  }

  /** The date, or null if the parts do not make one. */
  @Nullable FeedDate parse() {
    while (at < s.length()) {
      char c = s.charAt(at);
      if (FeedDates.isDigit(c)) {
        if (!number()) {
          return null;
        }
      } else if ((c == '+' || c == '-')
          && hour >= 0
          && at + 1 < s.length()
          && FeedDates.isDigit(s.charAt(at + 1))) {
        zoneOffset();
      } else if (c == '(') {
        int close = s.indexOf(')', at);
        at = close < 0 ? s.length() : close + 1;
      } else if (Character.isLetter(c)) {
        word();
      } else {
        at++;
      }
    }
    if (year < 0 || month < 1 || day < 1) {
      return null;
    }
    if (half == 1 && hour >= 0 && hour < 12) {
      hour += 12;
    } else if (half == 0 && hour == 12) {
      hour = 0;
    }
    if (offset == null && region != null) {
      offset = FeedDates.regionSeconds(region, year, month, day, Math.max(hour, 0), minute);
    }
    return FeedDates.date(year, month, day, hour, minute, second, nanos, offset);
  }

  private boolean number() {
    int start = at;
    while (at < s.length() && FeedDates.isDigit(s.charAt(at))) {
      at++;
    }
    int length = at - start;
    if (length > 4) {
      return false;
    }
    int value = FeedDates.number(s, start, at);
    char next = at < s.length() ? s.charAt(at) : ' ';
    if (next == ':' && hour < 0 && length <= 2) {
      time(value);
    } else if (next == '년') {
      year = value;
      offset = DateWords.KOREA;
    } else if (next == '月' || next == '월') {
      month = value;
    } else if (next == '年') {
      year = value;
    } else if (next == '日' || next == '일') {
      day = value;
    } else if (length == 4 && year < 0) {
      year = value;
    } else if (length <= 2 && (next == '/' || next == '.') && month < 0 && year < 0) {
      numericDate(value, next);
    } else if (length == 4 && hour < 0) {
      hour = value / 100;
      minute = value % 100;
    } else if (year >= 0 && month < 0 && !dayFromOrder) {
      month = value;
    } else if (day < 0) {
      day = value;
    } else if (year < 0 && length <= 2) {
      year = value + (value < 90 ? 2000 : 1900);
    }
    return true;
  }

  /** {@code dd/mm/yyyy} with dots, {@code mm/dd/yyyy} with slashes unless that is no date. */
  private void numericDate(int first, char separator) {
    int start = at + 1;
    int end = start;
    while (end < s.length() && FeedDates.isDigit(s.charAt(end))) {
      end++;
    }
    int secondNumber = FeedDates.number(s, start, end);
    if (secondNumber < 0 || end >= s.length() || s.charAt(end) != separator || end - start > 2) {
      day = day < 0 ? first : day;
      return;
    }
    int yearStart = end + 1;
    int yearEnd = yearStart;
    while (yearEnd < s.length() && FeedDates.isDigit(s.charAt(yearEnd))) {
      yearEnd++;
    }
    int given = FeedDates.number(s, yearStart, yearEnd);
    if (given < 0) {
      return;
    }
    year = yearEnd - yearStart <= 2 ? given + (given < 90 ? 2000 : 1900) : given;
    boolean dayFirst = separator == '.' || first > 12;
    day = dayFirst ? first : secondNumber;
    month = dayFirst ? secondNumber : first;
    at = yearEnd;
  }

  private void time(int hours) {
    hour = hours;
    int[] parts = new int[2];
    for (int i = 0; i < 2 && at < s.length() && s.charAt(at) == ':'; i++) {
      int start = at + 1;
      int end = start;
      while (end < s.length() && FeedDates.isDigit(s.charAt(end)) && end - start < 2) {
        end++;
      }
      parts[i] = Math.max(0, FeedDates.number(s, start, end));
      at = end;
    }
    minute = parts[0];
    second = parts[1];
    if (at < s.length() && (s.charAt(at) == '.' || s.charAt(at) == ',')) {
      int scale = 100_000_000;
      int digit = at + 1;
      while (digit < s.length() && FeedDates.isDigit(s.charAt(digit))) {
        nanos += (s.charAt(digit) - '0') * scale;
        scale /= 10;
        digit++;
      }
      at = digit;
    }
  }

  private void zoneOffset() {
    char sign = s.charAt(at);
    int start = ++at;
    StringBuilder digits = new StringBuilder();
    while (at < s.length()
        && at - start < 6
        && (FeedDates.isDigit(s.charAt(at)) || s.charAt(at) == ':')) {
      if (s.charAt(at) != ':') {
        digits.append(s.charAt(at));
      }
      at++;
    }
    int length = digits.length();
    int hours = Integer.parseInt(digits.substring(0, length == 3 || length == 1 ? 1 : 2));
    int minutes =
        length <= 2
            ? 0
            : Integer.parseInt(digits.substring(length == 3 ? 1 : 2, Math.min(length, 4)));
    if (hours <= 24 && minutes < 60) {
      offset = FeedDates.known(sign, hours * 3_600 + minutes * 60);
    }
  }

  private void word() {
    int start = at;
    while (at < s.length() && isWordCharacter(s.charAt(at))) {
      at++;
    }
    String word = s.substring(start, at);
    if (word.equals("t") && at < s.length() && FeedDates.isDigit(s.charAt(at))) {
      return;
    }
    if (word.indexOf('/') > 0) {
      region(s.substring(start, at));
      return;
    }
    Integer named = DateWords.month(word);
    if (named != null && (month < 0 || mayBeWeekday)) {
      // French "mar." is a Tuesday, and no March where another month follows.
      mayBeWeekday = month < 0 && day < 0 && year < 0;
      month = named;
      dayFromOrder = true;
      return;
    }
    if (DateWords.isMorning(word)) {
      half = 0;
    } else if (DateWords.isAfternoon(word)) {
      half = 1;
      koreanZone(word);
    } else if (hour >= 0 && offset == null) {
      offset = DateWords.zone(word);
    }
    if (half == 0) {
      koreanZone(word);
    }
  }

  private void koreanZone(String word) {
    if (word.startsWith("오") && offset == null) {
      offset = DateWords.KOREA;
    }
  }

  private void region(String name) {
    StringBuilder titled = new StringBuilder(name.length());
    boolean upper = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      titled.append(upper ? Character.toUpperCase(c) : c);
      upper = c == '/' || c == '_';
    }
    String id = titled.toString();
    Integer etc = id.startsWith("Etc/") ? DateWords.zone(id.substring(4)) : null;
    if (etc != null) {
      offset = etc;
    } else {
      region = id;
    }
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetter(c)
        || c == '/'
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
