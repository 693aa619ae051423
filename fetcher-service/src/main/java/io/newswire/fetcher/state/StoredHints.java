package io.newswire.fetcher.state;

import io.newswire.fetcher.schedule.PublisherHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the last document says about how often to ask: kept because a 304 brings no document.
 *
 * @param ttlSeconds RSS ttl
 * @param updatePeriodSeconds time between updates by the syndication module
 * @param skipHours hours without news, 0 to 23 in GMT
 * @param skipDays days without news, in lower case
 * @param freshForSeconds how long the document may be kept by the headers it came with
 */
public record StoredHints(
    @Nullable Long ttlSeconds,
    @Nullable Long updatePeriodSeconds,
    @Nullable List<Integer> skipHours,
    @Nullable List<String> skipDays,
    @Nullable Long freshForSeconds) {

  /** Returns what is worth keeping, or null where the document says nothing. */
  public static @Nullable StoredHints of(PublisherHints hints) {
    StoredHints stored =
        new StoredHints(
            seconds(hints.ttl()),
            seconds(hints.updatePeriod()),
            hints.skipHours().isEmpty() ? null : List.copyOf(new TreeSet<>(hints.skipHours())),
            hints.skipDays().isEmpty() ? null : names(hints),
            seconds(hints.freshFor()));
    return stored.equals(new StoredHints(null, null, null, null, null)) ? null : stored;
  }

  /** Returns them as the schedule takes them. */
  public static PublisherHints restored(@Nullable StoredHints stored) {
    if (stored == null) {
      return PublisherHints.NONE;
    }
    TreeSet<DayOfWeek> days = new TreeSet<>();
    for (String name : stored.skipDays() == null ? List.<String>of() : stored.skipDays()) {
      Arrays.stream(DayOfWeek.values()).filter(day -> name(day).equals(name)).forEach(days::add);
    }
    return new PublisherHints(
        duration(stored.freshForSeconds()),
        duration(stored.ttlSeconds()),
        duration(stored.updatePeriodSeconds()),
        new TreeSet<>(stored.skipHours() == null ? List.of() : stored.skipHours()),
        days);
  }

  private static List<String> names(PublisherHints hints) {
    return new TreeSet<>(hints.skipDays()).stream().map(StoredHints::name).toList();
  }

  private static String name(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  private static @Nullable Duration duration(@Nullable Long seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
