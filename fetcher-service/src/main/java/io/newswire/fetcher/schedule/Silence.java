package io.newswire.fetcher.schedule;

import java.time.Instant;
import java.util.List;

/** Whether a feed that answers has been silent for far longer than its habit. */
public final class Silence {

  /**
   * Judges a feed that answered.
   *
   * @param changes moments of change as in {@link FeedHabit}
   */
  public boolean isSilent(List<Instant> changes) {
    throw new UnsupportedOperationException(changes.toString());
  }
}
