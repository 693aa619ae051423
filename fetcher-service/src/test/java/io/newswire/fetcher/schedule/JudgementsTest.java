package io.newswire.fetcher.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.http.Redirect;
import io.newswire.fetcher.schedule.PermanentRedirects.Adopt;
import io.newswire.fetcher.schedule.PermanentRedirects.Decision;
import io.newswire.fetcher.schedule.PermanentRedirects.Observing;
import io.newswire.fetcher.schedule.PermanentRedirects.Stay;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementsTest {

  private Instant now = Instant.parse("2026-10-02T10:00:00Z");

  @Nested
  class Outage {

    private final OutageDetector detector = new OutageDetector(10);

    private boolean fails(String site) {
      return detector.record(site, FailureClass.DNS, true);
    }

    @Test
    void whenMostSitesFailAtOnceItIsUs() {
      IntStream.range(0, 100).forEach(i -> detector.record("site" + i, null, true));
      List<Boolean> blamed = IntStream.range(0, 20).mapToObj(i -> fails("site" + i)).toList();

      assertThat(blamed.subList(0, 7)).containsOnly(false);
      assertThat(blamed.subList(7, 20)).containsOnly(true);
    }

    @Test
    void itIsOverWithTheFirstFewAnswers() {
      IntStream.range(0, 20).forEach(i -> fails("site" + i));
      assertThat(detector.isOut()).isTrue();

      IntStream.range(0, 3).forEach(i -> detector.record("well" + i, null, true));
      assertThat(detector.isOut()).isFalse();
    }

    @Test
    void oneSiteThatFailsOftenIsNoOutage() {
      IntStream.range(0, 50).forEach(i -> assertThat(fails("site")).isFalse());
    }

    @Test
    void sitesThatWereBrokenBeforeProveNothing() {
      IntStream.range(0, 50)
          .forEach(i -> assertThat(detector.record("dead" + i, FailureClass.DNS, false)).isFalse());
    }

    @Test
    void aFewSitesAreEnoughToNotice() {
      assertThat(fails("a")).isFalse();
      assertThat(fails("b")).isFalse();
      assertThat(fails("c")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
        value = FailureClass.class,
        names = {"DNS", "CONNECT", "TIMEOUT"},
        mode = EnumSource.Mode.EXCLUDE)
    void anErrorOfTheSitesOwnShowsThatTheNetworkIsThere(FailureClass failureClass) {
      for (int i = 0; i < 20; i++) {
        assertThat(detector.record("site" + i, failureClass, true)).isFalse();
      }
    }
  }

  @Nested
  class Redirects {

    private final PermanentRedirects judge =
        new PermanentRedirects(Duration.ofHours(48), 3, () -> now);

    private Redirect redirect(String from, String to, int status) {
      return new Redirect(URI.create(from), URI.create(to), status);
    }

    private @Nullable Observing observing(Decision decision) {
      return decision instanceof Observing observing ? observing : null;
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void aNewAddressIsAdoptedAfterSeveralPollsOnSeveralDays(int status) {
      List<Redirect> redirects = List.of(redirect("http://a.org/", "https://b.org/", status));
      Decision first = judge.judge(null, redirects);
      now = now.plus(Duration.ofHours(30));
      Decision second = judge.judge(observing(first), redirects);
      now = now.plus(Duration.ofHours(17));
      Decision third = judge.judge(observing(second), redirects);
      now = now.plus(Duration.ofHours(1));
      Decision fourth = judge.judge(observing(third), redirects);

      assertThat(first).isInstanceOf(Observing.class);
      assertThat(second).isInstanceOf(Observing.class);
      assertThat(third).isInstanceOf(Observing.class);
      assertThat(fourth).isEqualTo(new Adopt(URI.create("https://b.org/")));
    }

    @Test
    void longIsNotEnoughWithoutOften() {
      List<Redirect> redirects = List.of(redirect("http://a.org/", "https://b.org/", 301));
      Decision first = judge.judge(null, redirects);
      now = now.plus(Duration.ofDays(30));

      assertThat(judge.judge(observing(first), redirects)).isInstanceOf(Observing.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307})
    void aTemporaryRedirectIsForgotten(int status) {
      Observing nearly = new Observing(URI.create("http://b.org/"), now.minusSeconds(999_999), 99);

      assertThat(judge.judge(nearly, List.of(redirect("http://a.org/", "http://b.org/", status))))
          .isInstanceOf(Stay.class);
      assertThat(judge.judge(nearly, List.of())).isInstanceOf(Stay.class);
    }

    @Test
    void anotherTargetStartsAnew() {
      Observing nearly = new Observing(URI.create("http://b.org/"), now.minusSeconds(999_999), 99);

      assertThat(judge.judge(nearly, List.of(redirect("http://a.org/", "http://c.org/", 301))))
          .isEqualTo(new Observing(URI.create("http://c.org/"), now, 1));
    }

    @Test
    void ofAChainOnlyThePermanentBeginningCounts() {
      Decision decision =
          judge.judge(
              null,
              List.of(
                  redirect("http://a.org/", "https://a.org/", 301),
                  redirect("https://a.org/", "https://b.org/", 308),
                  redirect("https://b.org/", "https://cdn.org/x", 302)));

      assertThat(decision).isEqualTo(new Observing(URI.create("https://b.org/"), now, 1));
    }

    @Test
    void aRedirectOutOfTlsIsNeverAdopted() {
      assertThat(judge.judge(null, List.of(redirect("https://a.org/", "http://a.org/", 301))))
          .isInstanceOf(Stay.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 20, false",
    "1, 29, false",
    "1, 31, true",
    "7, 60, false",
    "7, 71, true",
    "90, 800, false"
  })
  void aFeedIsSilentFarBeyondItsHabit(int gapDays, int quietDays, boolean silent) {
    List<Instant> changes =
        IntStream.range(0, 10)
            .mapToObj(i -> now.minus(Duration.ofDays(quietDays + (long) i * gapDays)))
            .toList();

    assertThat(new Silence(Duration.ofDays(30), () -> now).isSilent(changes)).isEqualTo(silent);
  }

  @Test
  void aFeedWithoutAHabitIsNotSilent() {
    Silence silence = new Silence(Duration.ofDays(30), () -> now);

    assertThat(silence.isSilent(List.of())).isFalse();
    assertThat(silence.isSilent(List.of(Instant.EPOCH))).isFalse();
  }

  @Test
  void freshnessIsWhatTheHeadersLeave() {
    Instant at = Instant.parse("2026-10-02T10:00:00Z");

    assertThat(Freshness.of(Map.of("cache-control", "public, max-age=600"), at))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(Freshness.of(Map.of("cache-control", "MAX-AGE=\"600\"", "age", "200"), at))
        .isEqualTo(Duration.ofSeconds(400));
    assertThat(Freshness.of(Map.of("cache-control", "max-age=60", "age", "99999"), at))
        .isEqualTo(Duration.ZERO);
    assertThat(Freshness.of(Map.of("cache-control", "s-maxage=600"), at)).isNull();
    assertThat(Freshness.of(Map.of("cache-control", "no-cache, max-age=600"), at)).isNull();
    assertThat(Freshness.of(Map.of("expires", "Fri, 02 Oct 2026 11:00:00 GMT"), at))
        .isEqualTo(Duration.ofHours(1));
    assertThat(
            Freshness.of(
                Map.of(
                    "expires", "Fri, 02 Oct 2026 11:00:00 GMT",
                    "date", "Fri, 02 Oct 2026 10:30:00 GMT"),
                at))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(
            Freshness.of(
                Map.of("expires", "Fri, 02 Oct 2026 11:00:00 GMT", "cache-control", "max-age=60"),
                at))
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(Freshness.of(Map.of("expires", "0"), at)).isNull();
    assertThat(Freshness.of(Map.of("cache-control", "max-age=999999999999999999"), at))
        .isEqualTo(Duration.ofDays(3650));
    assertThat(Freshness.of(Map.of(), at)).isNull();
  }
}
