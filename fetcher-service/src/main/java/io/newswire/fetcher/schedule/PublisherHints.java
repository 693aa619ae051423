package io.newswire.fetcher.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How often a publisher wants to be asked. The feed is never polled sooner.
 *
 * @param freshFor what {@code Cache-Control: max-age} or {@code Expires} leaves, see {@link
 *     Freshness}
 * @param ttl RSS 2.0's {@code ttl}
 * @param updatePeriod the time between updates by the syndication module ({@code sy:updatePeriod}
 *     divided by {@code sy:updateFrequency})
 * @param skipHours hours of the day, 0 to 23 in GMT, in which nobody should ask
 * @param skipDays days of the week, in GMT, on which nobody should ask
 */
public record PublisherHints(
    @Nullable Duration freshFor,
    @Nullable Duration ttl,
    @Nullable Duration updatePeriod,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays) {

  /** A publisher that says nothing. */
  public static final PublisherHints NONE =
      new PublisherHints(null, null, null, Set.of(), Set.of());

  /** Copies the sets. */
  public PublisherHints {
    skipHours = Set.copyOf(skipHours);
    skipDays = Set.copyOf(skipDays);
  }

  /** The same with what the newest answer's headers say. */
  public PublisherHints withFreshFor(@Nullable Duration fresh) {
    return new PublisherHints(fresh, ttl, updatePeriod, skipHours, skipDays);
  }
}
