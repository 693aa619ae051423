package io.newswire.fetcher.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed when its next poll is planned.
 *
 * @param changes moments of change in any order: entries' dates, and when entries were first seen
 *     where they have none. The newest twenty or so suffice; doubles and dates in the future do no
 *     harm
 * @param consecutiveFailures failures before this poll, since the last success
 * @param minInterval the subscription's own lower bound, null for the configured
 * @param maxInterval the subscription's own upper bound, null for the configured
 */
public record FeedHabit(
    List<Instant> changes,
    int consecutiveFailures,
    @Nullable Duration minInterval,
    @Nullable Duration maxInterval) {

  /** Nothing known yet. */
  public static final FeedHabit NEW = new FeedHabit(List.of(), 0, null, null);

  /** Copies the list. */
  public FeedHabit {
    changes = List.copyOf(changes);
  }
}
