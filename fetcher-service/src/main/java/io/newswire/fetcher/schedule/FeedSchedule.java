package io.newswire.fetcher.schedule;

import java.time.Instant;

/** Decides when a feed is polled next, and says why. */
public final class FeedSchedule {

  /** After a poll that ended just now. */
  public NextFetch next(PollOutcome outcome, FeedHabit habit) {
    throw new UnsupportedOperationException(outcome.toString() + habit);
  }

  /**
   * For a feed that was never polled.
   *
   * @param together how many feeds are new at once, this one included: their first polls are spread
   */
  public NextFetch first(int together) {
    throw new UnsupportedOperationException("" + together);
  }

  /**
   * For a feed that this instance has just taken over.
   *
   * @param planned when it was to be polled
   * @param overdue how many feeds are overdue with it
   */
  public Instant resumed(Instant planned, int overdue) {
    throw new UnsupportedOperationException("" + planned + overdue);
  }
}
