package io.newswire.fetcher.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Whether a feed that answers has been silent for far longer than its habit. */
public final class Silence {

  private static final int HABITS = 10;

  private final Duration notBefore;
  private final InstantSource clock;

  /**
   * A judge.
   *
   * @param notBefore no feed is called silent sooner after its last entry
   */
  public Silence(Duration notBefore, InstantSource clock) {
    this.notBefore = notBefore;
    this.clock = clock;
  }

  /**
   * Judges a feed that answered: ten times its median gap without an entry is silence. A feed with
   * fewer than two moments of change has no habit to break.
   *
   * @param changes moments of change as in {@link FeedHabit}
   */
  public boolean isSilent(List<Instant> changes) {
    Habit habit = Habit.of(changes, clock.instant());
    if (habit.median() == null || habit.quiet() == null) {
      return false;
    }
    Duration limit = FeedSchedule.longer(notBefore, habit.median().multipliedBy(HABITS));
    return habit.quiet().compareTo(limit) > 0;
  }
}
