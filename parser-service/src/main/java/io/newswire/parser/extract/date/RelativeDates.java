package io.newswire.parser.extract.date;

import io.newswire.parser.extract.vocabulary.WordLists;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads when something was as seen from the time at which it was written: "3 hours ago", "gestern,
 * 14:05". Hours and minutes give a moment that is no more exact than they are; days give a day
 * alone. Weeks, months and years tell no day and are not read.
 */
public final class RelativeDates {

  /** In a longer text such words are part of a sentence. */
  public static final int LONGEST = 60;

  /** No clock in the world is further ahead of UTC. */
  private static final Duration FURTHEST_AHEAD = Duration.ofHours(14);

  /** How much time a phrase says to have passed. */
  private record Age(ChronoUnit unit, int number) {}

  /** What is counted by a number before it. */
  private final Map<String, ChronoUnit> units = new HashMap<>();

  /** What says its number itself. */
  private final Map<String, Age> counted = new HashMap<>();

  private final Map<String, Integer> daysAgo = new HashMap<>();

  /** The languages of words that mean something else in others. */
  private final Map<String, Set<String>> languages = new HashMap<>();

  private final Set<String> last;
  private final RelativeForms forms;
  private final BesideAges beside = new BesideAges();
  private final ClockTimes times = new ClockTimes();

  private RelativeDates() {
    Map<String, List<String>> lists = new HashMap<>();
    for (String line : WordLists.read("relative-dates")) {
      String[] kind = line.split(" (?!=)", 2);
      List<String> phrases = lists.computeIfAbsent(kind[0], key -> new ArrayList<>());
      Stream.of(kind[1].split(", ")).map(this::phrase).forEach(phrases::add);
    }
    for (ChronoUnit unit : List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS)) {
      String name = RelativeForms.name(unit);
      each(lists, name, unitName -> units.putIfAbsent(unitName, unit));
      each(lists, name + "-past", unitName -> units.putIfAbsent(unitName, unit));
      each(lists, name + " =1", phrase -> counted.putIfAbsent(phrase, new Age(unit, 1)));
      each(lists, name + " =2", phrase -> counted.putIfAbsent(phrase, new Age(unit, 2)));
    }
    each(lists, "today", word -> daysAgo.put(word, 0));
    each(lists, "yesterday", word -> daysAgo.put(word, 1));
    each(lists, "two-days-ago", word -> daysAgo.put(word, 2));
    last = Set.copyOf(lists.getOrDefault("before-end", List.of()));
    forms = new RelativeForms(lists);
  }

  /** The phrase of an entry, whose languages are remembered. */
  private String phrase(String entry) {
    int open = entry.indexOf(" (");
    if (open < 0) {
      return entry;
    }
    String phrase = entry.substring(0, open);
    languages.put(phrase, Set.of(entry.substring(open + 2, entry.length() - 1).split(" ")));
    return phrase;
  }

  private boolean isOf(@Nullable String language, String phrase) {
    Set<String> own = languages.get(phrase);
    return own == null
        || language != null && own.contains(language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0]);
  }

  private static void each(Map<String, List<String>> lists, String kind, Consumer<String> entry) {
    lists.getOrDefault(kind, List.of()).forEach(entry);
  }

  /** Reads the list that comes with the parser. */
  public static RelativeDates load() {
    return new RelativeDates();
  }

  /**
   * The date that a short text states, or null.
   *
   * @param language of the text; words that mean something else in others are taken in theirs
   * @param now when the text was written, or served
   */
  public @Nullable FoundDate find(String text, @Nullable String language, Instant now) {
    if (text.length() > LONGEST) {
      return null;
    }
    String plain = DateReader.westernDigits(text);
    FoundDate age = age(plain, language, now);
    return age == null ? day(plain, language, now) : age;
  }

  private @Nullable FoundDate age(String text, @Nullable String language, Instant now) {
    Matcher matcher = forms.age(text);
    while (matcher.find()) {
      Age age = read(matcher);
      if (age != null && isAge(matcher, text, language)) {
        return before(now, age);
      }
    }
    return null;
  }

  private boolean isAge(Matcher matcher, String text, @Nullable String language) {
    String before = RelativeForms.wordBefore(matcher);
    if (before == null) {
      String behind = RelativeForms.wordBehind(matcher);
      return beside.isWhole(text, matcher.start(), matcher.end(), behind);
    }
    return isOf(language, before)
        && (!last.contains(before) || beside.isSeparatedBehind(text, matcher.end()));
  }

  private @Nullable Age read(Matcher matcher) {
    String phrase = RelativeForms.phrase(matcher);
    String number = RelativeForms.number(matcher);
    if (number == null) {
      return counted.get(phrase);
    }
    ChronoUnit unit = units.get(phrase);
    return unit == null ? null : new Age(unit, Integer.parseInt(number));
  }

  private static FoundDate before(Instant now, Age age) {
    if (age.unit() == ChronoUnit.DAYS) {
      return new FoundDate(day(now).minusDays(age.number()), null, null);
    }
    Instant then = now.minus(age.number(), age.unit()).truncatedTo(age.unit());
    LocalTime time = then.atOffset(ZoneOffset.UTC).toLocalTime();
    return new FoundDate(day(then), time, ZoneOffset.UTC);
  }

  private @Nullable FoundDate day(String text, @Nullable String language, Instant now) {
    Matcher matcher = forms.day(text);
    while (matcher.find()) {
      String name = matcher.group(1).toLowerCase(Locale.ROOT);
      Integer ago = daysAgo.get(name);
      if (ago == null || !isOf(language, name)) {
        continue;
      }
      LocalTime time = times.time(matcher, 2);
      FoundDate date =
          new FoundDate(
              day(now).minusDays(ago), time, time == null ? null : times.zone(matcher, 2));
      FoundDate timed = time == null ? times.withTimeBefore(date, text, matcher.start()) : date;
      boolean alone = ago > 0 && beside.isApart(text, matcher.start(1), matcher.end(1));
      if (alone || timed.time() != null) {
        return notAhead(timed, now);
      }
    }
    return null;
  }

  /** The publisher may still count the day before the one that UTC counts. */
  private static FoundDate notAhead(FoundDate date, Instant now) {
    boolean ahead = date.time() != null && date.instant().isAfter(now.plus(FURTHEST_AHEAD));
    return ahead ? new FoundDate(date.day().minusDays(1), date.time(), date.zone()) : date;
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }
}
