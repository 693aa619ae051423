package io.newswire.parser.extract.date;

import io.newswire.parser.extract.vocabulary.WordLists;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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
  private static final String TIME_TEXT =
      "(?:[\\s,.|–—-]{0,4}(?:at|um|à|a las|às|as|alle ore|alle|ore|kl\\.?|klo|kello|o godz\\.|godz\\.|o|v|ve|в|о|om|ob|saat|ora|orë|lúc|الساعة|ساعت|@)?\\s{0,3}"
          + "(\\d{1,2})\\s?[:.h時时시点點]\\s?(\\d{2})?(?::(\\d{2}))?[分분]?\\s{0,3}([ap]\\.?\\s?m\\b\\.?|uhr)?"
          + "\\s{0,3}\\(?((?:UTC|GMT)?\\s?[+-]\\d{1,2}:?\\d{0,2}|\\p{L}{1,4}(?!\\p{L}))?)?";
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?<![\\d\\p{L}])(\\d{1,2})(?:st|nd|rd|th|er|\\.|º|°|-е|ª)?[\\s-]{0,3}(?:de |d'|of |، )?\\s{0,2}(\\p{L}[\\p{L}\\p{M}]{1,14})\\.?,?(?: de | del |[\\s/-]{1,3})(\\d{4})(?!\\d)(?:\\s?(?:г\\.|р\\.|года|року))?"
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "(?<![\\p{L}])(\\p{L}[\\p{L}\\p{M}]{1,14})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})(?!\\d)"
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Halves of the day, which East Asia writes before the time. */
  private static final String HALF = "\\s{0,2}(?:오전|오후|午前|午後|上午|下午)?";

  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "((?:令和|平成|昭和|大正|明治|民國|民国)\\s?(?:\\d{1,3}|元)|(?<!\\d)\\d{4})\\s?[年년]\\s{0,2}(\\d{1,2})\\s?[月월]\\s{0,2}(\\d{1,2})\\s?[日号號일](?:\\s?[（(]\\p{L}{1,3}[)）])?"
              + HALF
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{4})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})\\.?(?!\\d)(?:\\s?[（(]\\p{L}{1,3}[)）])?"
              + HALF
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR_MONTH_DAY =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{4})(?:\\.| m\\.| g\\.|\\. gada|,)?\\s{1,2}(\\p{L}[\\p{L}\\p{M}]{2,14})\\.?\\s{1,2}(\\d{1,2})(?!\\d)\\.?(?:\\s?d\\.)?,?"
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LATVIAN =
      Pattern.compile(
          "(?<!\\d)(\\d{4})\\.\\s?gada\\s{1,2}(\\d{1,2})\\.\\s?(\\p{L}{3,12})" + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s{1,2}tháng\\s{1,2}(\\d{1,2}),?\\s{1,2}(?:năm\\s{1,2})?(\\d{4})(?!\\d)"
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A time before its date: "8:00 PM EST, Tue December 19, 2023". */
  private static final Pattern TIME_BEFORE =
      Pattern.compile(
          "(?<![\\d:.])(\\d{1,2})\\s?[:.h]\\s?(\\d{2})(?::(\\d{2}))?\\s{0,3}([ap]\\.?\\s?m\\b\\.?|uhr)?\\s{0,3}\\(?([A-Za-z]{2,4}(?![A-Za-z])|(?:UTC|GMT)?[+-]\\d{1,2}:?\\d{0,2})?\\)?[\\s,|·•–-]{1,4}(?:on )?(?:\\p{L}{2,12}\\.?,?\\s{1,2})?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int TIME_BEFORE_LENGTH = 50;
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?![\\d/])"
              + TIME_TEXT,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Languages and regions that write the month first. */
  private static final Set<String> MONTH_FIRST =
      Set.of("en-us", "en_us", "en", "en-ph", "fil", "en-ca");

  private final MonthNames months = MonthNames.load();
  private final Map<String, ZoneId> zones = new HashMap<>();

  private DateReader() {}

  /** Reads the lists that come with the parser. */
  public static DateReader load() {
    DateReader reader = new DateReader();
    for (String line : WordLists.read("time-zones")) {
      String[] words = line.split(" ");
      reader.zones.put(words[0], ZoneId.of(words[1]));
    }
    return reader;
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
    for (Form form : Form.values()) {
      Matcher matcher = form.pattern.matcher(plain);
      int from = 0;
      while (from <= plain.length() && matcher.find(from) && matcher.start() < first) {
        FoundDate date = date(form, matcher, language, persian);
        if (date != null) {
          best = date.time() == null ? withTimeBefore(date, plain, matcher.start()) : date;
          first = matcher.start();
          break;
        }
        from = matcher.start() + 1;
      }
    }
    return best;
  }

  private enum Form {
    DAY_MONTH(DateReader.DAY_MONTH, 3, 2, 1, 4),
    MONTH_DAY(DateReader.MONTH_DAY, 3, 1, 2, 4),
    EAST_ASIAN(DateReader.EAST_ASIAN, 1, 2, 3, 4),
    YEAR_FIRST(DateReader.YEAR_FIRST, 1, 2, 3, 4),
    YEAR_MONTH_DAY(DateReader.YEAR_MONTH_DAY, 1, 2, 3, 4),
    LATVIAN(DateReader.LATVIAN, 1, 3, 2, 4),
    VIETNAMESE(DateReader.VIETNAMESE, 3, 2, 1, 4),
    NUMERIC(DateReader.NUMERIC, 4, 3, 1, 5);

    private final Pattern pattern;
    private final int year;
    private final int month;
    private final int day;
    private final int time;

    Form(Pattern pattern, int year, int month, int day, int time) {
      this.pattern = pattern;
      this.year = year;
      this.month = month;
      this.day = day;
      this.time = time;
    }
  }

  private @Nullable FoundDate date(
      Form form, Matcher matcher, @Nullable String language, boolean persian) {
    String monthText = matcher.group(form.month);
    Integer month = month(monthText, language);
    if (month == null) {
      return null;
    }
    int day = Integer.parseInt(matcher.group(form.day));
    int year = year(matcher.group(form.year));
    if (form == Form.NUMERIC
        && (month > 12 || (day <= 12 && isMonthFirst(matcher.group(2), language)))) {
      int swap = month;
      month = day;
      day = swap;
    }
    try {
      LocalTime time = time(matcher, form.time);
      return new FoundDate(
          day(year, month, day, isNumber(monthText) ? persian : months.isPersian(monthText)),
          time,
          time == null ? null : zone(matcher.group(form.time + 4)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private FoundDate withTimeBefore(FoundDate date, String text, int start) {
    Matcher matcher =
        TIME_BEFORE.matcher(text.substring(Math.max(0, start - TIME_BEFORE_LENGTH), start));
    if (!matcher.find()) {
      return date;
    }
    LocalTime time = time(matcher, 1);
    return time == null ? date : new FoundDate(date.day(), time, zone(matcher.group(5)));
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

  /**
   * Two digits are of this or the last century; the Thai calendar is 543 years ahead, Japan counts
   * from the accession of its emperors, Taiwan from the founding of its republic.
   */
  private static int year(String written) {
    String digits = written.replace("元", "1").replaceAll("\\D", "");
    int year = Integer.parseInt(digits);
    if (written.startsWith("令和")) {
      return 2018 + year;
    }
    if (written.startsWith("平成")) {
      return 1988 + year;
    }
    if (written.startsWith("昭和")) {
      return 1925 + year;
    }
    if (written.startsWith("大正") || written.startsWith("民")) {
      return 1911 + year;
    }
    if (written.startsWith("明治")) {
      return 1867 + year;
    }
    if (year < 100) {
      return year + (year < 70 ? 2000 : 1900);
    }
    return year > 2450 && year < 2700 ? year - 543 : year;
  }

  private static boolean isMonthFirst(String separator, @Nullable String language) {
    return separator.equals("/")
        && (language == null || MONTH_FIRST.contains(language.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable LocalTime time(Matcher matcher, int group) {
    String hours = matcher.group(group);
    if (hours == null) {
      return null;
    }
    int hour = Integer.parseInt(hours);
    String half = matcher.group(group + 3);
    if (isAfternoon(matcher, half) && hour < 12) {
      hour += 12;
    } else if (isMorning(matcher, half) && hour == 12) {
      hour = 0;
    }
    String minutes = matcher.group(group + 1);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
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

  private @Nullable ZoneId zone(@Nullable String text) {
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

  private static String westernDigits(String text) {
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
