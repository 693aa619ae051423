package io.newswire.parser.extract.date;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The patterns of dates that are counted from now, made of the words of many languages. */
final class RelativeForms {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Scripts that put no space between words. */
  private static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}";

  private static final String BEGINS = "(?<![[\\p{L}\\p{M}]&&[^" + UNSPACED + "]])";
  private static final String ENDS = "(?![[\\p{L}\\p{M}]&&[^" + UNSPACED + "]])";

  /** No part of a time, a date or a longer number. */
  private static final String NUMBER = "(?<![\\d.,:/-])(\\d{1,3})\\s?";

  private static final int BEFORE = 1;
  private static final int BEHIND = 5;
  private static final int PAST = 10;

  private final Pattern age;
  private final Pattern day;

  /**
   * @param lists phrases by their kind
   */
  RelativeForms(Map<String, List<String>> lists) {
    String units = any(lists, "minute", "hour", "day");
    String counted = any(lists, "minute =1", "minute =2", "hour =1", "hour =2", "day =1", "day =2");
    String what = "(?:" + NUMBER + "(" + units + ")" + ENDS + "|" + BEGINS + "(" + counted + "))";
    String before = BEGINS + "(" + any(lists, "before", "before-end") + ")\\s{1,2}" + what + ENDS;
    String behind =
        what
            + "(?:\\.?\\s{0,2}("
            + any(lists, "after")
            + ")|("
            + any(lists, "after-joined")
            + "))"
            + ENDS;
    String past = NUMBER + "(" + any(lists, "minute-past", "hour-past", "day-past") + ")" + ENDS;
    age = Pattern.compile(before + "|" + behind + "|" + past, FLAGS);
    day =
        Pattern.compile(
            BEGINS
                + "("
                + any(lists, "today", "yesterday", "two-days-ago")
                + ")"
                + ENDS
                + ClockTimes.AFTER,
            FLAGS);
  }

  /** The word of a unit in the lists. */
  static String name(ChronoUnit unit) {
    return switch (unit) {
      case MINUTES -> "minute";
      case HOURS -> "hour";
      default -> "day";
    };
  }

  Matcher age(String text) {
    return age.matcher(text);
  }

  /** Days by name: the name is group 1, the five groups of {@link ClockTimes#AFTER} follow. */
  Matcher day(String text) {
    return day.matcher(text);
  }

  /** The number of an age, where it is written in digits. */
  static @Nullable String number(Matcher age) {
    return first(age, BEFORE + 1, BEHIND, PAST);
  }

  /** What is counted, as in the lists. */
  static String phrase(Matcher age) {
    String phrase = first(age, BEFORE + 2, BEFORE + 3, BEHIND + 1, BEHIND + 2, PAST + 1);
    return phrase == null ? "" : phrase.toLowerCase(Locale.ROOT);
  }

  /** What says before the number that it is past, or null. */
  static @Nullable String wordBefore(Matcher age) {
    String word = age.group(BEFORE);
    return word == null ? null : word.toLowerCase(Locale.ROOT);
  }

  /** What says behind the number that it is past, or null. */
  static @Nullable String wordBehind(Matcher age) {
    return first(age, BEHIND + 3, BEHIND + 4);
  }

  private static @Nullable String first(Matcher matcher, int... groups) {
    for (int group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }

  /** One of the phrases, the longest that fits. */
  private static String any(Map<String, List<String>> lists, String... kinds) {
    return Stream.of(kinds)
        .flatMap(kind -> lists.getOrDefault(kind, List.of()).stream())
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
