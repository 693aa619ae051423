package io.newswire.parser.extract.date;

import io.newswire.parser.extract.vocabulary.WordLists;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time of the day that stands behind a date or before it, and its zone. */
final class ClockTimes {

  /** What may follow a date: five groups, of hour, minute, second, half of the day and zone. */
  static final String AFTER =
      "(?:[\\s,.|–—-]{0,4}(?:at|um|à|a las|às|as|alle ore|alle|ore|kl\\.?|klo|kello|o godz\\.|godz\\.|o|v|ve|в|о|om|ob|saat|ora|orë|lúc|الساعة|ساعت|@)?\\s{0,3}"
          + "(\\d{1,2})\\s?[:.h時时시点點]\\s?(\\d{2})?(?::(\\d{2}))?[分분]?\\s{0,3}([ap]\\.?\\s?m\\b\\.?|uhr)?"
          + "\\s{0,3}\\(?((?:UTC|GMT)?\\s?[+-]\\d{1,2}:?\\d{0,2}|\\p{L}{1,4}(?!\\p{L}))?)?";

  /** Halves of the day, which East Asia writes before the time. */
  static final String HALF = "\\s{0,2}(?:오전|오후|午前|午後|上午|下午)?";

  /** A time before its date: "8:00 PM EST, Tue December 19, 2023". */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![\\d:.])(\\d{1,2})\\s?[:.h]\\s?(\\d{2})(?::(\\d{2}))?\\s{0,3}([ap]\\.?\\s?m\\b\\.?|uhr)?\\s{0,3}\\(?([A-Za-z]{2,4}(?![A-Za-z])|(?:UTC|GMT)?[+-]\\d{1,2}:?\\d{0,2})?\\)?[\\s,|·•–-]{1,4}(?:on )?(?:\\p{L}{2,12}\\.?,?\\s{1,2})?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST_BEFORE = 50;

  private final Map<String, ZoneId> zones = new HashMap<>();

  /** Reads the abbreviations of zones that come with the parser. */
  ClockTimes() {
    for (String line : WordLists.read("time-zones")) {
      String[] words = line.split(" ");
      zones.put(words[0], ZoneId.of(words[1]));
    }
  }

  /**
   * The time of a match.
   *
   * @param first the first of the five groups
   */
  @Nullable LocalTime time(Matcher matcher, int first) {
    String hours = matcher.group(first);
    if (hours == null) {
      return null;
    }
    int hour = Integer.parseInt(hours);
    String half = matcher.group(first + 3);
    if (isAfternoon(matcher, half) && hour < 12) {
      hour += 12;
    } else if (isMorning(matcher, half) && hour == 12) {
      hour = 0;
    }
    String minutes = matcher.group(first + 1);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
  }

  /** The zone of a match, where it names one. */
  @Nullable ZoneId zone(Matcher matcher, int first) {
    String text = matcher.group(first + 4);
    if (text == null || text.isBlank()) {
      return null;
    }
    String name = text.strip().toLowerCase(Locale.ROOT);
    ZoneId named = zones.get(name);
    if (named != null) {
      return named;
    }
    char last = name.charAt(name.length() - 1);
    boolean offset = (name.indexOf('+') >= 0 || name.indexOf('-') >= 0) && Character.isDigit(last);
    return offset ? IsoDates.offset(name) : null;
  }

  /** A date without a time, with the time that stands before it in the text. */
  FoundDate withTimeBefore(FoundDate date, String text, int start) {
    Matcher matcher = BEFORE.matcher(text.substring(Math.max(0, start - LONGEST_BEFORE), start));
    if (!matcher.find()) {
      return date;
    }
    LocalTime time = time(matcher, 1);
    return time == null ? date : new FoundDate(date.day(), time, zone(matcher, 1));
  }

  private static boolean isAfternoon(Matcher matcher, @Nullable String half) {
    if (half != null) {
      return Character.toLowerCase(half.charAt(0)) == 'p';
    }
    String all = matcher.group();
    return all.contains("오후") || all.contains("午後") || all.contains("下午");
  }

  private static boolean isMorning(Matcher matcher, @Nullable String half) {
    if (half != null) {
      return Character.toLowerCase(half.charAt(0)) == 'a';
    }
    String all = matcher.group();
    return all.contains("오전") || all.contains("午前") || all.contains("上午");
  }
}
