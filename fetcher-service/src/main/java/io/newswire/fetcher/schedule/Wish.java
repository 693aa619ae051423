package io.newswire.fetcher.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A time to wait, and who wants it.
 *
 * @param time zero for no wish
 * @param reason for people
 */
record Wish(Duration time, String reason) {

  private static final Wish NONE = new Wish(Duration.ZERO, "");

  boolean isLongerThan(Wish other) {
    return time.compareTo(other.time) > 0;
  }

  /** The longest that the publisher asks; hints beyond the cap are taken for the cap. */
  static Wish ofPublisher(PublisherHints hints, @Nullable Duration retryAfter, Duration cap) {
    Wish longest = retryAfter(retryAfter);
    longest = longest.or(hints.ttl(), "the publisher's ttl", cap);
    longest = longest.or(hints.updatePeriod(), "the publisher's updatePeriod", cap);
    return longest.or(hints.freshFor(), "the publisher's Cache-Control or Expires", cap);
  }

  private static Wish retryAfter(@Nullable Duration time) {
    return NONE.or(time, "the publisher's Retry-After", FeedSchedule.LONGEST_RETRY_AFTER);
  }

  private Wish or(@Nullable Duration other, String reason, Duration cap) {
    if (other == null || !other.isPositive()) {
      return this;
    }
    Wish wish = new Wish(FeedSchedule.shorter(other, cap), reason);
    return wish.isLongerThan(this) ? wish : this;
  }
}
