package io.newswire.parser.extract.html;

import java.util.regex.Pattern;

/** Tells lines that state a day, as bylines and comments do; a year, a time or a price is none. */
final class DatedLines {

  private static final int LONGEST = 100;

  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|\\d{1,2}[월月]");

  /** A number of a day, no part of a time, a price or a year. */
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(?<!\\d[:.,/])\\d{1,2}(?![\\d:]|[.,/]\\d)");

  private static final Pattern YEAR_OR_TIME =
      Pattern.compile("(?<!\\d)(?:(?:19|20)\\d\\d|\\d{1,2}[:h]\\d\\d)(?!\\d)");

  /** The month, as a word. */
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]{2}");

  private DatedLines() {}

  /** Whether a short line states day and month: in digits, or with a word and a year or time. */
  static boolean isDated(Block line) {
    String text = line.text();
    return text.length() <= LONGEST
        && (NUMERIC.matcher(text).find()
            || (DAY.matcher(text).find()
                && YEAR_OR_TIME.matcher(text).find()
                && WORD.matcher(text).find()));
  }
}
