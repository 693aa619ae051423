package io.newswire.fetcher.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the moments of change teach.
 *
 * @param median median gap between the newest changes, null where there are fewer than two
 * @param quiet time since the newest change, null where there is none
 */
record Habit(@Nullable Duration median, @Nullable Duration quiet) {

  /** More of the past says less about today. */
  private static final int NEWEST = 20;

  /** Changes of one minute are one change; what claims to come from the future is none. */
  static Habit of(List<Instant> changes, Instant now) {
    List<Instant> past =
        changes.stream()
            .filter(change -> !change.isAfter(now))
            .map(change -> change.truncatedTo(ChronoUnit.MINUTES))
            .distinct()
            .sorted(Comparator.reverseOrder())
            .limit(NEWEST)
            .toList();
    if (past.isEmpty()) {
      return new Habit(null, null);
    }
    return new Habit(median(past), Duration.between(past.getFirst(), now));
  }

  private static @Nullable Duration median(List<Instant> newestFirst) {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < newestFirst.size(); i++) {
      gaps.add(Duration.between(newestFirst.get(i), newestFirst.get(i - 1)));
    }
    if (gaps.isEmpty()) {
      return null;
    }
    gaps.sort(Comparator.naturalOrder());
    int middle = gaps.size() / 2;
    return gaps.size() % 2 == 1
        ? gaps.get(middle)
        : gaps.get(middle - 1).plus(gaps.get(middle)).dividedBy(2);
  }
}
