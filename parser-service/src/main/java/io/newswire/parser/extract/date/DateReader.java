package io.newswire.parser.extract.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates of machines and people. Names of months are data, in some thirty languages; digits
 * may be of any script. Where day and month cannot be told apart, the language decides.
 */
public final class DateReader {

  private static final int LONGEST = 300;

  /** Languages and regions that write the month first. */
  private static final Set<String> MONTH_FIRST =
      Set.of("en-us", "en_us", "en", "en-ph", "fil", "en-ca");

  private static final Set<String> YEAR_FIRST = Set.of("ko", "ja", "zh");

  private final MonthNames months = MonthNames.load();
  private final ClockTimes times = new ClockTimes();

  private DateReader() {}

  /** Reads the lists that come with the parser. */
  public static DateReader load() {
    return new DateReader();
  }

  /** A date that a machine wrote, else one that a person wrote, anywhere in a short text. */
  public @Nullable FoundDate read(String text, @Nullable String language) {
    FoundDate iso = IsoDates.read(text);
    return iso == null ? find(text, language) : iso;
  }

  /** The first date in a text as people write it, or null. */
  public @Nullable FoundDate find(String text, @Nullable String language) {
    String plain = westernDigits(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    boolean persian = isPersian(text, language);
    FoundDate best = null;
    int first = Integer.MAX_VALUE;
    for (WrittenForm form : WrittenForm.values()) {
      Matcher matcher = form.matcher(plain);
      int from = 0;
      while (from <= plain.length() && matcher.find(from) && matcher.start() < first) {
        FoundDate date = date(form, matcher, language, persian);
        if (date != null) {
          best = date.time() == null ? times.withTimeBefore(date, plain, matcher.start()) : date;
          first = matcher.start();
          break;
        }
        from = matcher.start() + 1;
      }
    }
    return best;
  }

  private @Nullable FoundDate date(
      WrittenForm form, Matcher matcher, @Nullable String language, boolean persian) {
    String monthText = form.month(matcher);
    Integer month = month(monthText, language);
    if (month == null) {
      return null;
    }
    boolean yearFirst = form == WrittenForm.NUMERIC && isYearFirst(form.year(matcher), language);
    int day = Integer.parseInt(yearFirst ? form.year(matcher) : form.day(matcher));
    int year =
        Years.of(
            yearFirst ? form.day(matcher) : form.year(matcher), form == WrittenForm.THAI_SHORT);
    if (form == WrittenForm.NUMERIC
        && !yearFirst
        && (month > 12 || (day <= 12 && isMonthFirst(matcher.group(2), language)))) {
      int swap = month;
      month = day;
      day = swap;
    }
    try {
      LocalTime time = times.time(matcher, form.time());
      return new FoundDate(
          day(year, month, day, isNumber(monthText) ? persian : months.isPersian(monthText)),
          time,
          time == null ? null : times.zone(matcher, form.time()));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private @Nullable Integer month(String text, @Nullable String language) {
    return isNumber(text) ? Integer.valueOf(text) : months.number(text, language);
  }

  private static boolean isNumber(String month) {
    return Character.isDigit(month.charAt(0));
  }

  /** Whether the numbers of a text may be those of the Persian calendar. */
  private static boolean isPersian(String text, @Nullable String language) {
    return language != null && language.toLowerCase(Locale.ROOT).startsWith("fa")
        || text.chars().anyMatch(c -> c >= '۰' && c <= '۹');
  }

  /** The day; Persian pages count the years of their own calendar, beside those of the world. */
  private static LocalDate day(int year, int month, int day, boolean persian) {
    return persian && year > 1300 && year < 1500
        ? PersianDates.day(year, month, day)
        : LocalDate.of(year, month, day);
  }

  private static boolean isMonthFirst(String separator, @Nullable String language) {
    return separator.equals("/")
        && (language == null || MONTH_FIRST.contains(language.toLowerCase(Locale.ROOT)));
  }

  /** East Asia writes the year first, were it of two digits. */
  private static boolean isYearFirst(String last, @Nullable String language) {
    return last.length() == 2
        && language != null
        && YEAR_FIRST.contains(language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }

  static String westernDigits(String text) {
    StringBuilder western = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u00A0' || c == '\u202F' || c == '\u2009') {
        western.append(' ');
      } else if (c > 0x7F && Character.isDigit(c)) {
        western.append((char) ('0' + Character.digit(c, 10)));
      } else {
        western.append(c);
      }
    }
    return western.toString();
  }
}
