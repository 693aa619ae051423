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
      "(?:[\\s,.|–—-]{0,4}(?:at|um|à|a las|às|alle|ore|kl\\.?|klo|o|в|о|om|saat|الساعة)?\\s{0,3}"
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
  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "(\\d{4})\\s?[年년]\\s{0,2}(\\d{1,2})\\s?[月월]\\s{0,2}(\\d{1,2})\\s?[日号號일](?:\\s?[（(]\\p{L}{1,3}[)）])?\\s{0,2}(?:오전|오후|午前|午後|上午|下午)?"
              + TIME_TEXT);
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{4})\\s?[-/.]\\s?(\\d{1,2})\\s?[-/.]\\s?(\\d{1,2})\\.?(?!\\d)"
              + TIME_TEXT);
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4}|\\d{2})(?![\\d/])"
              + TIME_TEXT);

  /** Languages and regions that write the month first. */
  private static final Set<String> MONTH_FIRST =
      Set.of("en-us", "en_us", "en", "en-ph", "fil", "en-ca");

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();

  private DateReader() {}

  /** Reads the lists that come with the parser. */
  public static DateReader load() {
    DateReader reader = new DateReader();
    for (String line : WordLists.read("months")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        reader.months.putIfAbsent(words[i], Integer.valueOf(words[0]));
      }
    }
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
    FoundDate best = null;
    int first = Integer.MAX_VALUE;
    for (Form form : Form.values()) {
      Matcher matcher = form.pattern.matcher(plain);
      int from = 0;
      while (from <= plain.length() && matcher.find(from) && matcher.start() < first) {
        FoundDate date = date(form, matcher, language);
        if (date != null) {
          best = date;
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

  private @Nullable FoundDate date(Form form, Matcher matcher, @Nullable String language) {
    Integer month = month(matcher.group(form.month));
    if (month == null) {
      return null;
    }
    int day = Integer.parseInt(matcher.group(form.day));
    int year = year(Integer.parseInt(matcher.group(form.year)));
    if (form == Form.NUMERIC
        && (month > 12 || (day <= 12 && isMonthFirst(matcher.group(2), language)))) {
      int swap = month;
      month = day;
      day = swap;
    }
    try {
      LocalTime time = time(matcher, form.time);
      return new FoundDate(
          LocalDate.of(year, month, day),
          time,
          time == null ? null : zone(matcher.group(form.time + 4)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private @Nullable Integer month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.valueOf(text);
    }
    return months.get(text.toLowerCase(Locale.ROOT));
  }

  /** Two digits are of this or the last century; the Thai calendar is 543 years ahead. */
  private static int year(int written) {
    if (written < 100) {
      return written + (written < 70 ? 2000 : 1900);
    }
    return written > 2450 && written < 2700 ? written - 543 : written;
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
    if (half != null && Character.toLowerCase(half.charAt(0)) == 'p' && hour < 12) {
      hour += 12;
    } else if (half != null && Character.toLowerCase(half.charAt(0)) == 'a' && hour == 12) {
      hour = 0;
    }
    String minutes = matcher.group(group + 1);
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
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
