package io.newswire.parser.extract.date;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The orders in which people write year, month and day. Each may be followed by a time of the day
 * ({@link ClockTimes}).
 */
enum WrittenForm {
  /** 3 May 2024, 3. Mai 2024, 3 de mayo de 2024, 3 พฤษภาคม พ.ศ. 2567, 3 أيار/مايو 2024. */
  DAY_MONTH(
      "(?<![\\d\\p{L}])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°|-е|ª)?[\\s-]{0,3}(?:de |d'|of |، )?\\s{0,2}"
          + Names.MONTH
          + "(?:\\s?/\\s?\\p{L}[\\p{L}\\p{M}]{1,14})?"
          + "(?:\\.?,?(?: de | del |[\\s/-]{1,3})|\\.)(?:พ\\.?ศ\\.?\\s?)?(\\d{4})(?!\\d)(?:\\s?(?:г\\.|р\\.|года|року))?",
      3,
      2,
      1),
  /** 03-May-24, 3/May/24, 3 May '24: without a sign between them the last number may be any. */
  DAY_MONTH_SHORT_YEAR(
      "(?<![\\d\\p{L}])(\\d{1,2})(?:[/-]|[.\\s](?=[^\\d]{3,16}['’]))\\s?"
          + Names.MONTH
          + "\\.?(?:[/-]|\\s{0,2}['’])(\\d{2})(?![\\d\\p{L}])",
      3,
      2,
      1),
  /** 3 พ.ค. 2567, and 67 for short. */
  THAI_SHORT(
      "(?<!\\d)(\\d{1,2})\\s{0,2}([\\u0E01-\\u0E4E]{1,3}\\.\\s?[\\u0E01-\\u0E4E]{1,2}\\.?)\\s{0,2}(?:พ\\.?ศ\\.?\\s?)?(\\d{4}|\\d{2})(?![\\d:])",
      3, 2, 1),
  /** May 3, 2024. */
  MONTH_DAY(
      "(?<![\\p{L}])"
          + Names.MONTH
          + "\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s{0,3}|\\s{1,3})(\\d{4})(?!\\d)",
      3,
      1,
      2),
  /** Fri May 3 08:00:00 UTC 2024, as the C library and its heirs write it. */
  MONTH_DAY_TIME_YEAR(
      "(?<![\\p{L}])"
          + Names.MONTH
          + "\\s{1,2}(\\d{1,2})(?=\\s\\d{2}:\\d{2}:\\d{2}\\s(?:[A-Z]{2,5}\\s|[+-]\\d{4}\\s)?(\\d{4})(?!\\d))",
      3,
      1,
      2),
  /** 3. V. 2024, 3/V/2024: months in Roman numerals. */
  ROMAN(
      "(?<![\\d\\p{L}])(\\d{1,2})[./-]\\s?" + Names.ROMAN + "(?:[./-]\\s?|\\s)(\\d{4})(?!\\d)",
      3,
      2,
      1),
  /** 3 V 2024 as a whole line; within one it may be a number, a numeral and a year. */
  ROMAN_SPACED(
      "^\\s?(\\d{1,2})\\s"
          + Names.ROMAN
          + "\\s(\\d{4})(?=(?:\\s?r\\.)?,?(?:\\s\\d{1,2}[:.]\\d{2})?$)",
      3,
      2,
      1),
  /** 2024. V. 3. */
  ROMAN_YEAR_FIRST(
      "(?<![\\d/.-])(\\d{4})\\.\\s?" + Names.ROMAN + "\\.\\s?(\\d{1,2})(?!\\d)\\.?", 1, 2, 3),
  /** 2024年5月3日, 令和6年5月3日, 113年5月3日, 2024년 5월 3일. */
  EAST_ASIAN(
      "((?:令和|平成|昭和|大正|明治|民國|民国)\\s?(?:\\d{1,3}|元)|(?<!\\d)\\d{4}|(?<!\\d)1\\d{2}(?=年))\\s?[年년]\\s{0,2}(\\d{1,2})\\s?[月월]\\s{0,2}(\\d{1,2})\\s?[日号號일](?:\\s?[（(]\\p{L}{1,3}[)）])?"
          + ClockTimes.HALF,
      1,
      2,
      3),
  /** 2024-05-03, 2024. 05. 03. */
  YEAR_FIRST(
      "(?<![\\d/.-])(\\d{4})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})\\.?(?!\\d)(?:\\s?[（(]\\p{L}{1,3}[)）])?"
          + ClockTimes.HALF,
      1,
      2,
      3),
  /** 2024. május 3., 2024 m. gegužės 3 d., 2024ko maiatzaren 3a, 2024 മെയ് 3, 2024-May-03. */
  YEAR_MONTH_DAY(
      "(?<![\\d/.-])(\\d{4})(?:(?:\\.| m\\.| g\\.|\\. gada|,|ko)?\\s{1,2}|[-/])(\\p{L}[\\p{L}\\p{M}\\u200C\\u200D]{2,14})(?:\\.?\\s{1,2}|[-/])(\\d{1,2})(?!\\d)\\.?(?:\\s?d\\.)?,?",
      1, 2, 3),
  /** 2024. gada 3. maijs. */
  LATVIAN("(?<!\\d)(\\d{4})\\.\\s?gada\\s{1,2}(\\d{1,2})\\.\\s?(\\p{L}{3,12})", 1, 3, 2),
  /** 3 tháng 5 năm 2024. */
  VIETNAMESE(
      "(?<!\\d)(\\d{1,2})\\s{1,2}tháng\\s{1,2}(\\d{1,2}),?\\s{1,2}(?:năm\\s{1,2})?(\\d{4})(?!\\d)",
      3, 2, 1),
  /** 03.05.2024, 3/5/24; which of the two is the month depends on the language. */
  NUMERIC("(?<![\\d/.-])(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?![\\d/])", 4, 3, 1);

  private final Pattern pattern;
  private final int year;
  private final int month;
  private final int day;

  WrittenForm(String date, int year, int month, int day) {
    this.pattern =
        Pattern.compile(date + ClockTimes.AFTER, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    this.year = year;
    this.month = month;
    this.day = day;
  }

  Matcher matcher(String text) {
    return pattern.matcher(text);
  }

  String year(Matcher match) {
    return match.group(year);
  }

  String month(Matcher match) {
    return match.group(month);
  }

  /** Whether the month is a Roman numeral. */
  boolean isRoman() {
    return this == ROMAN || this == ROMAN_SPACED || this == ROMAN_YEAR_FIRST;
  }

  String day(Matcher match) {
    return match.group(day);
  }

  /** The first group of the time of the day. */
  int time() {
    return Math.max(year, Math.max(month, day)) + 1;
  }

  /** Names of months in general; some Arabic ones are two words. */
  private static final class Names {
    static final String MONTH =
        "(\\p{L}[\\p{L}\\p{M}\\u200C\\u200D]{1,14}(?: (?:الأول|الاول|الثاني))?)";

    /** Capitals, as small ones are words. */
    static final String ROMAN = "(?-i:(X?(?:IX|IV|V?I{0,3})))(?<=[IVX])";
  }
}
