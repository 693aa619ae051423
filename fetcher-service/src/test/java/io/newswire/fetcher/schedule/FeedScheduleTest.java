package io.newswire.fetcher.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.schedule.PollOutcome.Answered;
import io.newswire.fetcher.schedule.PollOutcome.Failed;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FeedScheduleTest {

  /** A Friday. */
  private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");

  private static final Duration MIN = Duration.ofMinutes(5);
  private static final Duration MAX = Duration.ofHours(24);
  private static final PollOutcome OK = new Answered(PublisherHints.NONE, null);

  private final FeedSchedule schedule =
      new FeedSchedule(properties(Map.of()), () -> NOW, new Random(42));

  static ScheduleProperties properties(Map<String, String> keys) {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("newswire.schedule", ScheduleProperties.class);
  }

  private static FeedHabit every(Duration gap) {
    return habit(IntStream.range(0, 20).mapToObj(i -> NOW.minus(gap.multipliedBy(i))).toList(), 0);
  }

  private static FeedHabit habit(List<Instant> changes, int failures) {
    return new FeedHabit(changes, failures, null, null);
  }

  private static PublisherHints hints(
      @Nullable Duration fresh, @Nullable Duration ttl, @Nullable Duration period) {
    return new PublisherHints(fresh, ttl, period, Set.of(), Set.of());
  }

  private Duration wait(PollOutcome outcome, FeedHabit habit) {
    return Duration.between(NOW, schedule.next(outcome, habit).at());
  }

  @ParameterizedTest
  @CsvSource({"PT20S, PT5M", "PT1H, PT1H", "PT6H, PT6H", "PT72H, PT24H"})
  void theIntervalIsTheMedianGapWithinBounds(Duration gap, Duration interval) {
    NextFetch next = schedule.next(OK, every(gap));

    assertThat(next.interval()).isEqualTo(interval);
    assertThat(next.reason()).isEqualTo("learned interval");
  }

  @Test
  void oneOddGapTeachesNothing() {
    List<Instant> changes =
        Stream.concat(
                every(Duration.ofHours(1)).changes().stream(),
                Stream.of(NOW.minus(Duration.ofDays(900)), NOW.plus(Duration.ofDays(900))))
            .toList();

    assertThat(schedule.next(OK, habit(changes, 0)).interval()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aNightIsNoSilenceButAMonthIs() {
    List<Instant> hourly = every(Duration.ofHours(1)).changes();
    List<Instant> before8h = hourly.stream().map(i -> i.minus(Duration.ofHours(8))).toList();
    List<Instant> before5d = hourly.stream().map(i -> i.minus(Duration.ofDays(5))).toList();
    List<Instant> before60d = hourly.stream().map(i -> i.minus(Duration.ofDays(60))).toList();

    assertThat(schedule.next(OK, habit(before8h, 0)).interval()).isEqualTo(Duration.ofHours(1));
    assertThat(schedule.next(OK, habit(before5d, 0)).interval()).isEqualTo(Duration.ofHours(12));
    assertThat(schedule.next(OK, habit(before60d, 0)).interval()).isEqualTo(MAX);
  }

  @Test
  void aFeedThatTeachesNothingHasTheDefaultInterval() {
    NextFetch next = schedule.next(OK, FeedHabit.NEW);

    assertThat(next.interval()).isEqualTo(Duration.ofMinutes(30));
    assertThat(next.reason()).contains("default interval");
  }

  @Test
  void everyHintOfThePublisherIsAFloor() {
    Duration two = Duration.ofHours(2);
    FeedHabit busy = every(Duration.ofMinutes(1));

    assertThat(schedule.next(new Answered(hints(two, null, null), null), busy))
        .satisfies(next -> assertThat(next.reason()).contains("Cache-Control"))
        .satisfies(next -> assertThat(next.at()).isAfterOrEqualTo(NOW.plus(two)));
    assertThat(schedule.next(new Answered(hints(null, two, null), null), busy))
        .satisfies(next -> assertThat(next.reason()).contains("ttl"))
        .satisfies(next -> assertThat(next.at()).isAfterOrEqualTo(NOW.plus(two)));
    assertThat(schedule.next(new Answered(hints(null, null, two), null), busy))
        .satisfies(next -> assertThat(next.reason()).contains("updatePeriod"))
        .satisfies(next -> assertThat(next.at()).isAfterOrEqualTo(NOW.plus(two)));
    assertThat(schedule.next(new Answered(PublisherHints.NONE, two), busy))
        .satisfies(next -> assertThat(next.reason()).contains("Retry-After"))
        .satisfies(next -> assertThat(next.at()).isAfterOrEqualTo(NOW.plus(two)));
  }

  @Test
  void absurdHintsAreBounded() {
    Duration years = Duration.ofDays(3650);

    assertThat(wait(new Answered(hints(years, years, years), null), FeedHabit.NEW))
        .isLessThanOrEqualTo(MAX.plus(MAX.dividedBy(10)));
    assertThat(wait(new Answered(PublisherHints.NONE, years), FeedHabit.NEW))
        .isBetween(Duration.ofDays(7), Duration.ofDays(8));
  }

  @Test
  void skippedHoursAreSkipped() {
    Set<Integer> until14 = Set.of(10, 11, 12, 13);
    PublisherHints hints = new PublisherHints(null, null, null, until14, Set.of());

    NextFetch next = schedule.next(new Answered(hints, null), every(MIN));

    assertThat(next.at())
        .isBetween(Instant.parse("2026-10-02T14:00:00Z"), Instant.parse("2026-10-02T14:10:00Z"));
    assertThat(next.reason()).contains("skipHours");
  }

  @Test
  void skippedDaysAreSkipped() {
    PublisherHints hints =
        new PublisherHints(
            null,
            null,
            null,
            Set.of(0, 24),
            Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    assertThat(schedule.next(new Answered(hints, null), every(MIN)).at())
        .isBetween(Instant.parse("2026-10-05T01:00:00Z"), Instant.parse("2026-10-05T01:10:00Z"));
  }

  @Test
  void aPublisherThatSkipsAlwaysIsNotBelieved() {
    PublisherHints hints =
        new PublisherHints(null, null, null, Set.of(), Set.of(DayOfWeek.values()));

    assertThat(wait(new Answered(hints, null), every(MIN))).isLessThan(Duration.ofMinutes(6));
  }

  @Test
  void theSubscriptionsOwnBoundsCount() {
    FeedHabit eager =
        new FeedHabit(every(MAX).changes(), 0, Duration.ofSeconds(5), Duration.ofSeconds(10));

    assertThat(wait(OK, eager)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void failuresBackOffToADayAndNeverGiveUp() {
    Duration last = Duration.ZERO;
    for (int failures = 0; failures < 2000; failures++) {
      Duration interval =
          schedule
              .next(
                  new Failed(FailureClass.SERVER_ERROR, PublisherHints.NONE, null, false),
                  habit(List.of(), failures))
              .interval();
      assertThat(interval).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(MAX);
      last = interval;
    }
    assertThat(last).isEqualTo(MAX);
  }

  @Test
  void aFeedThatComesBackIsPolledAsBefore() {
    NextFetch next = schedule.next(OK, habit(every(Duration.ofHours(1)).changes(), 500));

    assertThat(next.interval()).isEqualTo(Duration.ofHours(1));
    assertThat(next.consecutiveFailures()).isZero();
  }

  @ParameterizedTest
  @EnumSource(FailureClass.class)
  void everyFailureIsCountedAndSaid(FailureClass failureClass) {
    NextFetch next =
        schedule.next(
            new Failed(failureClass, PublisherHints.NONE, null, false),
            habit(every(MIN).changes(), 2));

    assertThat(next.consecutiveFailures()).isEqualTo(3);
    assertThat(next.reason()).contains(failureClass.wireName(), "3 in a row");
    assertThat(next.paused()).isFalse();
  }

  @Test
  void whatSeldomPassesByItselfWaitsLonger() {
    assertThat(
            wait(new Failed(FailureClass.NOT_A_FEED, PublisherHints.NONE, null, false), every(MIN)))
        .isGreaterThan(
            wait(new Failed(FailureClass.TIMEOUT, PublisherHints.NONE, null, false), every(MIN)));
  }

  @Test
  void retryAfterOfAFailureIsKept() {
    Duration day3 = Duration.ofDays(3);

    NextFetch next =
        schedule.next(
            new Failed(FailureClass.RATE_LIMITED, PublisherHints.NONE, day3, false), every(MIN));

    assertThat(next.at()).isAfterOrEqualTo(NOW.plus(day3));
    assertThat(next.reason()).contains("Retry-After");
  }

  @Test
  void ourOwnOutageCountsForNothing() {
    NextFetch next =
        schedule.next(
            new Failed(FailureClass.DNS, PublisherHints.NONE, null, true),
            habit(every(MAX).changes(), 4));

    assertThat(next.consecutiveFailures()).isEqualTo(4);
    assertThat(next.at()).isBefore(NOW.plus(Duration.ofMinutes(15)));
    assertThat(next.reason()).contains("our own");
  }

  @Test
  void aFeedThatIsGoneIsPaused() {
    NextFetch next = schedule.next(new PollOutcome.Gone(), every(MIN));

    assertThat(next.paused()).isTrue();
    assertThat(next.reason()).contains("410");
  }

  @Test
  void aFailureKeepsToSkippedHoursAndToAnHourOfWhatWasAsked() {
    PublisherHints asleep =
        new PublisherHints(null, Duration.ofHours(6), null, Set.of(10, 11, 12), Set.of());

    NextFetch next =
        schedule.next(new Failed(FailureClass.TIMEOUT, asleep, null, false), every(MIN));

    assertThat(next.at()).isBetween("2026-10-02T13:00:00Z", "2026-10-02T13:10:00Z");
    assertThat(next.consecutiveFailures()).isEqualTo(1);
    assertThat(
            wait(
                new Failed(
                    FailureClass.TIMEOUT, hints(null, Duration.ofHours(6), null), null, false),
                every(MIN)))
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(67));
  }

  @Test
  void aFeedThatFailsForWeeksIsPolledDailyAndComesBackByItself() {
    Duration day = Duration.ofDays(1);
    int failures = 0;
    Duration total = Duration.ZERO;
    while (total.compareTo(Duration.ofDays(40)) < 0) {
      Failed failed = new Failed(FailureClass.DNS, PublisherHints.NONE, null, false);
      NextFetch next = schedule.next(failed, habit(List.of(), failures));
      failures = next.consecutiveFailures();
      Duration wait = Duration.between(NOW, next.at());
      if (total.compareTo(Duration.ofDays(7)) > 0) {
        assertThat(wait).isBetween(Duration.ofHours(21), day);
      }
      total = total.plus(wait);
    }

    NextFetch back = schedule.next(OK, habit(every(MIN).changes(), failures));

    assertThat(back.consecutiveFailures()).isZero();
    assertThat(Duration.between(NOW, back.at())).isBetween(MIN, MIN.plusMinutes(1));
  }

  @Test
  void oneNewFeedIsPolledAtOnceAndManyAreSpread() {
    assertThat(schedule.first(1).at()).isEqualTo(NOW);
    List<Instant> firsts =
        IntStream.range(0, 100_000).mapToObj(i -> schedule.first(500).at()).toList();

    // What fits goes one after the other, ten a second, whatever parts the list came in.
    int[] perMinute = perMinute(firsts.subList(0, 36_000));
    assertThat(perMinute).hasSize(60).containsOnly(600);
    // What does not fit goes anywhere.
    assertThat(IntStream.of(perMinute(firsts.subList(36_000, 100_000))).boxed())
        .hasSize(60)
        .allSatisfy(n -> assertThat(n).isBetween(900, 1250));
    assertThat(schedule.first(1).at()).isEqualTo(NOW);
  }

  private static int[] perMinute(List<Instant> times) {
    int[] counts = new int[60];
    times.forEach(at -> counts[(int) Duration.between(NOW, at).toMinutes()]++);
    return counts;
  }

  @Test
  void afterAStartTheOverdueAreSpreadAndTheOthersKeepTheirTime() {
    assertThat(schedule.resumed(NOW.plusSeconds(77), 1000)).isEqualTo(NOW.plusSeconds(77));
    assertThat(schedule.resumed(NOW.minusSeconds(9), 1)).isEqualTo(NOW);
    List<Instant> ofOnePartition = resumed(500);
    List<Instant> ofAnother = resumed(500);
    assertThat(ofOnePartition).allSatisfy(at -> assertThat(at).isBetween(NOW, NOW.plusSeconds(50)));
    assertThat(ofAnother)
        .allSatisfy(at -> assertThat(at).isBetween(NOW.plusSeconds(50), NOW.plusSeconds(100)));
    // Feeds that are added meanwhile do not wait for them.
    assertThat(schedule.first(2).at()).isBetween(NOW, NOW.plusMillis(100));
  }

  private List<Instant> resumed(int overdue) {
    return IntStream.range(0, overdue)
        .mapToObj(i -> schedule.resumed(NOW.minusSeconds(9), overdue))
        .toList();
  }

  @Test
  void jitterKeepsFeedsApart() {
    FeedHabit hourly = every(Duration.ofHours(1));

    assertThat(IntStream.range(0, 100).mapToObj(i -> wait(OK, hourly)).distinct()).hasSize(100);
  }
}
