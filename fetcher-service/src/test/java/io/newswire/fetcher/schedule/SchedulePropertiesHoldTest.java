package io.newswire.fetcher.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.schedule.PollOutcome.Answered;
import io.newswire.fetcher.schedule.PollOutcome.Failed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every decision, whatever the feed, its publisher and the dice. */
class SchedulePropertiesHoldTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int CASES_PER_SEED = 400;

  private final ScheduleProperties properties = FeedScheduleTest.properties(Map.of());

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L, 55L, 89L);
  }

  /** One made-up situation. */
  private record Case(Instant now, FeedHabit habit, PollOutcome outcome) {}

  private static Case made(Random random) {
    Instant now = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(200_000_000));
    List<Instant> changes =
        IntStream.range(0, random.nextInt(30))
            .mapToObj(i -> now.minusSeconds(random.nextLong(-5_000_000, 50_000_000)))
            .toList();
    FeedHabit habit =
        new FeedHabit(
            changes,
            random.nextInt(5) == 0 ? Integer.MAX_VALUE - 1 : random.nextInt(60),
            maybe(random, () -> Duration.ofSeconds(random.nextInt(-5, 100_000))),
            maybe(random, () -> Duration.ofSeconds(random.nextInt(-5, 1_000_000))));
    Duration retryAfter = maybe(random, () -> Duration.ofSeconds(random.nextInt(2_000_000)));
    PollOutcome outcome =
        random.nextBoolean()
            ? new Answered(hints(random), retryAfter)
            : new Failed(
                FailureClass.values()[random.nextInt(FailureClass.values().length)],
                hints(random),
                retryAfter,
                random.nextInt(4) == 0);
    return new Case(now, habit, outcome);
  }

  private static PublisherHints hints(Random random) {
    return new PublisherHints(
        maybe(random, () -> Duration.ofSeconds(random.nextLong(-10, 400_000_000L))),
        maybe(random, () -> Duration.ofMinutes(random.nextInt(100_000))),
        maybe(random, () -> Duration.ofMinutes(random.nextInt(600_000))),
        random.nextInt(3) > 0
            ? Set.of()
            : random.ints(random.nextInt(24), 0, 25).boxed().collect(Collectors.toSet()),
        random.nextInt(3) > 0
            ? Set.of()
            : random
                .ints(random.nextInt(6), 1, 8)
                .mapToObj(DayOfWeek::of)
                .collect(Collectors.toSet()));
  }

  private static @Nullable Duration maybe(Random random, Supplier<Duration> value) {
    return random.nextInt(3) == 0 ? value.get() : null;
  }

  private static Duration capped(@Nullable Duration time, Duration cap) {
    return time == null || time.isNegative() ? Duration.ZERO : FeedSchedule.shorter(time, cap);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDecisionKeepsItsPromises(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < CASES_PER_SEED; i++) {
      Case made = made(random);
      FeedSchedule schedule = new FeedSchedule(properties, made::now, random);
      NextFetch next = schedule.next(made.outcome(), made.habit());
      Duration wait = Duration.between(made.now(), next.at());

      assertThat(next.reason()).as(made.toString()).isNotBlank();
      assertThat(next.paused()).isFalse();
      assertThat(next.interval()).as(made.toString()).isPositive();
      Duration min = FeedSchedule.longer(orZero(made.habit().minInterval()), Duration.ZERO);
      assertThat(wait).as(made.toString()).isGreaterThanOrEqualTo(min);
      switch (made.outcome()) {
        case Answered answered -> assertAnswered(made, answered, next, wait);
        case Failed failed -> assertFailed(made, failed, next, wait);
        case PollOutcome.Gone gone -> throw new AssertionError(gone);
      }
    }
  }

  private static Duration orZero(@Nullable Duration time) {
    return time == null ? Duration.ZERO : time;
  }

  private static void assertAnswered(Case made, Answered answered, NextFetch next, Duration wait) {
    PublisherHints hints = answered.hints();
    Duration cap = FeedSchedule.longer(DAY, orZero(made.habit().minInterval()));
    assertThat(next.consecutiveFailures()).isZero();
    assertThat(wait)
        .as(made.toString())
        .isGreaterThanOrEqualTo(capped(answered.retryAfter(), Duration.ofDays(7)))
        .isGreaterThanOrEqualTo(capped(hints.ttl(), cap))
        .isGreaterThanOrEqualTo(capped(hints.updatePeriod(), cap))
        .isGreaterThanOrEqualTo(capped(hints.freshFor(), cap))
        .isLessThan(Duration.ofDays(30));
    assertNotSkipped(made, hints, next);
  }

  private static void assertNotSkipped(Case made, PublisherHints hints, NextFetch next) {
    ZonedDateTime at = next.at().atZone(ZoneOffset.UTC);
    if (!hints.skipDays().isEmpty() || !hints.skipHours().isEmpty()) {
      assertThat(hints.skipDays()).as(made.toString()).doesNotContain(at.getDayOfWeek());
      if (hints.skipHours().size() < 20) {
        assertThat(hints.skipHours()).as(made.toString()).doesNotContain(at.getHour());
      }
    }
  }

  private static void assertFailed(Case made, Failed failed, NextFetch next, Duration wait) {
    int before = made.habit().consecutiveFailures();
    assertThat(next.consecutiveFailures()).isEqualTo(failed.ownOutage() ? before : before + 1);
    Duration most = FeedSchedule.longer(DAY, orZero(made.habit().minInterval())).multipliedBy(2);
    if (failed.ownOutage()) {
      assertThat(wait).as(made.toString()).isLessThanOrEqualTo(most);
    } else {
      Duration retryAfter = capped(failed.retryAfter(), Duration.ofDays(7));
      Duration hour = Duration.ofHours(1);
      PublisherHints hints = failed.hints();
      boolean skips = !hints.skipDays().isEmpty() || !hints.skipHours().isEmpty();
      assertThat(wait)
          .as(made.toString())
          .isGreaterThanOrEqualTo(retryAfter)
          .isGreaterThanOrEqualTo(capped(hints.ttl(), hour))
          .isGreaterThanOrEqualTo(capped(hints.updatePeriod(), hour))
          .isLessThanOrEqualTo(
              FeedSchedule.longer(most, retryAfter.plus(retryAfter.dividedBy(9)))
                  .plus(skips ? Duration.ofDays(7) : Duration.ZERO));
      assertNotSkipped(made, hints, next);
    }
  }
}
