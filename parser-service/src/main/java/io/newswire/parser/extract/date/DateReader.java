package io.newswire.parser.extract.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Where Chinese is written beside English or Portuguese, the day comes first. */
  private static final Pattern DAY_FIRST = Pattern.compile("zh\\b.*[-_](?:hk|mo|sg|my)\\b.*");

  private static final int FIRST_YEAR = 1995;

  /** What the numbers of a date count. */
  private record Numbers(int year, int month, int day) {}

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
    Integer month = form.isRoman() ? MonthNames.roman(monthText) : month(monthText, language);
    if (month == null) {
      return null;
    }
    Numbers numbers =
        form == WrittenForm.NUMERIC
            ? numbers(matcher, form, month, language)
            : new Numbers(
                Years.of(form.year(matcher), form == WrittenForm.THAI_SHORT),
                month,
                Integer.parseInt(form.day(matcher)));
    try {
      LocalTime time = times.time(matcher, form.time());
      return new FoundDate(
          day(numbers, isNumber(monthText) ? persian : months.isPersian(monthText)),
          time,
          time == null ? null : times.zone(matcher, form.time()));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /** Year, month and day of three numbers, in the order that the language writes. */
  private static Numbers numbers(
      Matcher matcher, WrittenForm form, int second, @Nullable String language) {
    String last = form.year(matcher);
    int first = Integer.parseInt(form.day(matcher));
    if (last.length() == 2 && isYearFirst(language)) {
      int year = Years.of(form.day(matcher), false);
      int day = Integer.parseInt(last);
      if (isDay(year, second, day)) {
        return new Numbers(year, second, day);
      }
    }
    boolean monthFirst = second > 12 || (first <= 12 && isMonthFirst(matcher.group(2), language));
    int year = Years.of(last, false);
    return monthFirst ? new Numbers(year, first, second) : new Numbers(year, second, first);
  }

  /** Whether there is such a day, and it may be that of news on the web. */
  private static boolean isDay(int year, int month, int day) {
    return year >= FIRST_YEAR
        && ChronoField.MONTH_OF_YEAR.range().isValidValue(month)
        && day >= 1
        && day <= YearMonth.of(year, month).lengthOfMonth();
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
  private static LocalDate day(Numbers of, boolean persian) {
    return persian && of.year() > 1300 && of.year() < 1500
        ? PersianDates.day(of.year(), of.month(), of.day())
        : LocalDate.of(of.year(), of.month(), of.day());
  }

  private static boolean isMonthFirst(String separator, @Nullable String language) {
    return separator.equals("/")
        && (language == null || MONTH_FIRST.contains(language.toLowerCase(Locale.ROOT)));
  }

  /** Whether a language writes the year first, were it of two digits, as those of East Asia. */
  public static boolean isYearFirst(@Nullable String language) {
    if (language == null) {
      return false;
    }
    String tag = language.toLowerCase(Locale.ROOT);
    return YEAR_FIRST.contains(tag.split("[-_]", 2)[0]) && !DAY_FIRST.matcher(tag).matches();
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
