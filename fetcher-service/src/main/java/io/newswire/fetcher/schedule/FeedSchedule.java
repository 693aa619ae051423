package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.FailureClass;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a feed is polled next, and says why. Safe for any number of threads where its random
 * generator is.
 */
public final class FeedSchedule {

  /** A publisher may ask to be left alone for this long at once; more is taken for a mistake. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(7);

  private static final double JITTER = 0.1;
  private static final Duration OUTAGE_RETRY = Duration.ofMinutes(1);
  private static final Duration FIRST_RETRY = Duration.ofHours(1);
  private static final Duration SKIP_SPREAD = Duration.ofMinutes(10);

  private final ScheduleProperties properties;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final PollSpread firstPolls;
  private final PollSpread overduePolls;

  /** A schedule with its bounds, its clock and its dice. */
  public FeedSchedule(ScheduleProperties properties, InstantSource clock, RandomGenerator random) {
    this.properties = properties;
    this.clock = clock;
    this.random = random;
    firstPolls = new PollSpread(properties.firstSpread(), clock, random);
    overduePolls = new PollSpread(properties.firstSpread(), clock, random);
  }

  /** After a poll that ended just now. */
  public NextFetch next(PollOutcome outcome, FeedHabit habit) {
    Instant now = clock.instant();
    Bounds bounds = Bounds.of(habit, properties);
    return switch (outcome) {
      case PollOutcome.Answered answered -> answered(answered, habit, bounds, now);
      case PollOutcome.Failed failed -> failed(failed, habit, bounds, now);
      case PollOutcome.Gone gone ->
          new NextFetch(
              now.plus(bounds.cap()),
              bounds.cap(),
              "410 Gone: the publisher has withdrawn the feed",
              habit.consecutiveFailures() + 1,
              true);
    };
  }

  private NextFetch answered(
      PollOutcome.Answered answered, FeedHabit habit, Bounds bounds, Instant now) {
    Wish interval = learned(habit, bounds, now);
    Wish floor = Wish.ofPublisher(answered.hints(), answered.retryAfter(), bounds.cap());
    Wish decisive = floor.isLongerThan(interval) ? floor : interval;
    Duration least = longer(floor.time(), bounds.min());
    Instant at = now.plus(jittered(decisive.time(), least, bounds.max()));
    return outsideSkipTimes(
        new NextFetch(at, decisive.time(), decisive.reason(), 0, false), answered.hints());
  }

  private NextFetch outsideSkipTimes(NextFetch planned, PublisherHints hints) {
    Instant allowed = new SkipTimes(hints.skipHours(), hints.skipDays()).firstAllowed(planned.at());
    return allowed.equals(planned.at())
        ? planned
        : new NextFetch(
            allowed.plus(part(SKIP_SPREAD)),
            planned.interval(),
            "the publisher's skipHours or skipDays",
            planned.consecutiveFailures(),
            planned.paused());
  }

  private NextFetch failed(PollOutcome.Failed failed, FeedHabit habit, Bounds bounds, Instant now) {
    if (failed.ownOutage()) {
      Duration wait = shorter(longer(bounds.min(), OUTAGE_RETRY), bounds.cap());
      return new NextFetch(
          now.plus(wait).plus(part(wait)),
          wait,
          "our own network seems to be out: the failure counts for nothing",
          habit.consecutiveFailures(),
          false);
    }
    int failures = Math.addExact(Math.max(habit.consecutiveFailures(), 0), 1);
    Duration usual = shorter(learned(habit, bounds, now).time(), FIRST_RETRY);
    Duration wait =
        shorter(longer(backoff(failed.failureClass(), failures, bounds), usual), bounds.cap());
    Wish backoff =
        new Wish(wait, failed.failureClass() + ", " + failures + " in a row: backing off");
    // What came is fresh no more: the hints of the last document only keep retries apart.
    Wish floor =
        Wish.ofPublisher(failed.hints(), failed.retryAfter(), shorter(bounds.cap(), FIRST_RETRY));
    Wish decisive = floor.isLongerThan(backoff) ? floor : backoff;
    Duration least = longer(floor.time(), bounds.min());
    Instant at = now.plus(jittered(decisive.time(), least, bounds.cap()));
    return outsideSkipTimes(
        new NextFetch(at, decisive.time(), decisive.reason(), failures, false), failed.hints());
  }

  /** Doubles with every failure; what seldom passes by itself starts an hour up. */
  private static Duration backoff(FailureClass failureClass, int failures, Bounds bounds) {
    long start =
        switch (failureClass) {
          case DNS, CONNECT, TIMEOUT, SERVER_ERROR, PROTOCOL -> 1;
          case RATE_LIMITED -> 3;
          case TLS, CLIENT_ERROR, TOO_LARGE, NOT_A_FEED, REFUSED_ADDRESS, BOT_WALL, REDIRECT -> 12;
        };
    long factor = start << Math.min(failures - 1, 30);
    long capped = Math.min(factor, bounds.cap().toMillis() / bounds.min().toMillis() + 1);
    return shorter(bounds.min().multipliedBy(capped), bounds.cap());
  }

  /**
   * The median gap of the newest entries; a feed that has been quiet for long is asked less often,
   * by a tenth of its silence.
   */
  private Wish learned(FeedHabit known, Bounds bounds, Instant now) {
    Habit habit = Habit.of(known.changes(), now);
    Duration tenth = habit.quiet() == null ? Duration.ZERO : habit.quiet().dividedBy(10);
    if (habit.median() == null) {
      Duration time = longer(properties.defaultInterval(), tenth);
      return new Wish(bounds.clamp(time), "default interval: too few entries to learn from");
    }
    Duration time = longer(habit.median(), tenth);
    return new Wish(bounds.clamp(time), "learned interval");
  }

  /**
   * For a feed that was never polled.
   *
   * @param together how many feeds are new at once, this one included: one is polled at once, the
   *     first polls of more are spread, also behind those of the feeds that came just before
   */
  public NextFetch first(int together) {
    Instant at = together <= 1 ? clock.instant() : firstPolls.place();
    return new NextFetch(at, properties.defaultInterval(), "new: first poll", 0, false);
  }

  /**
   * For a feed that this instance has just taken over.
   *
   * @param planned when it was to be polled
   * @param overdue how many feeds are overdue, this one included: their polls are spread
   */
  public Instant resumed(Instant planned, int overdue) {
    Instant now = clock.instant();
    if (planned.isAfter(now)) {
      return planned;
    }
    return overdue <= 1 ? now : overduePolls.place();
  }

  /**
   * A time from {@code wanted} to a tenth more; where that would break the ceiling, up to a tenth
   * below it. Never less than {@code least}.
   */
  private Duration jittered(Duration wanted, Duration least, Duration ceiling) {
    Duration most = wanted.plus(tenth(wanted));
    if (most.compareTo(ceiling) <= 0 || least.compareTo(ceiling) >= 0) {
      return wanted.plus(part(tenth(wanted)));
    }
    Duration from = longer(least, shorter(wanted, ceiling.minus(tenth(ceiling))));
    return from.plus(part(ceiling.minus(from)));
  }

  private Duration part(Duration whole) {
    return Duration.ofNanos((long) (whole.toNanos() * random.nextDouble()));
  }

  private static Duration tenth(Duration time) {
    return Duration.ofNanos((long) (time.toNanos() * JITTER));
  }

  static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** The bounds in force for one feed; {@code cap} bounds what outside causes may make of it. */
  private record Bounds(Duration min, Duration max, Duration cap) {

    static Bounds of(FeedHabit habit, ScheduleProperties properties) {
      Duration min = positive(habit.minInterval(), properties.minInterval());
      Duration max = longer(positive(habit.maxInterval(), properties.maxInterval()), min);
      return new Bounds(min, max, longer(properties.maxInterval(), min));
    }

    private static Duration positive(@Nullable Duration own, Duration configured) {
      return own == null || !own.isPositive() ? configured : own;
    }

    Duration clamp(Duration time) {
      return shorter(longer(time, min), max);
    }
  }
}
