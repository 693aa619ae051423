package io.newswire.fetcher.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Where polls go that would all be due at once, because many feeds are new, or a start found many
 * overdue: one after the other, ten a second, behind those that were placed before, whichever list
 * or partition they came with. Those for which the longest time does not suffice go anywhere within
 * it. Safe for any number of threads where its random generator is.
 */
final class PollSpread {

  private static final Duration PER_FEED = Duration.ofMillis(100);

  private final Duration longest;
  private final InstantSource clock;
  private final RandomGenerator random;
  private Instant next = Instant.MIN;

  /**
   * A spread.
   *
   * @param longest how far ahead a poll is placed at most
   */
  PollSpread(Duration longest, InstantSource clock, RandomGenerator random) {
    this.longest = longest;
    this.clock = clock;
    this.random = random;
  }

  /** Returns the place of one more. */
  synchronized Instant place() {
    Instant now = clock.instant();
    Instant last = now.plus(longest);
    Instant from = next.isBefore(now) ? now : next;
    Instant end = from.plus(PER_FEED);
    if (end.isAfter(last)) {
      return between(now, last);
    }
    next = end;
    return between(from, end);
  }

  private Instant between(Instant from, Instant end) {
    long nanos = Duration.between(from, end).toNanos();
    return from.plusNanos((long) (nanos * random.nextDouble()));
  }
}
