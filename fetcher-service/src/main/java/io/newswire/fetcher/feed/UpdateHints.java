package io.newswire.fetcher.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the publisher says about how often to ask.
 *
 * @param ttl RSS {@code ttl}: for how long the document may be kept
 * @param skipHours RSS {@code skipHours}: hours of the day in UTC, 0 to 23, without news
 * @param skipDays RSS {@code skipDays}: days in UTC without news
 * @param updatePeriod RSS 1.0 syndication module: {@code sy:updatePeriod} divided by {@code
 *     sy:updateFrequency}
 */
public record UpdateHints(
    @Nullable Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    @Nullable Duration updatePeriod) {

  /** The publisher says nothing. */
  public static final UpdateHints NONE = new UpdateHints(null, Set.of(), Set.of(), null);
}
