package io.newswire.fetcher.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeaseTest {

  private static final Duration SESSION = Duration.ofSeconds(10);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 3);
  private final AtomicInteger answers = new AtomicInteger();
  private final Heartbeat heartbeat = new Heartbeat(answers::get, now::get);
  private final Lease lease = new Lease(SESSION, now::get);

  private void pass(long millis) {
    now.addAndGet(Duration.ofMillis(millis).toNanos());
  }

  @Test
  void itEndsByItselfAndDoesNotHoldBeforeItIsRenewed() {
    assertThat(lease.holds()).isFalse();

    lease.renew(now.get());
    pass(9_999);
    assertThat(lease.holds()).isTrue();
    assertThat(lease.hasLapsed()).isFalse();

    pass(1);
    assertThat(lease.holds()).isFalse();
    assertThat(lease.hasLapsed()).isTrue();
    lease.renew(now.get());
    assertThat(lease.holds()).isTrue();
    assertThat(lease.hasLapsed()).isFalse();
  }

  @Test
  void itLastsFromWhenTheGroupWasHeardOf() {
    lease.renew(now.get() - Duration.ofMillis(9_700).toNanos());

    pass(299);
    assertThat(lease.holds()).isTrue();
    pass(1);
    assertThat(lease.holds()).isFalse();
    assertThat(lease.hasLapsed()).isFalse();
  }

  @Test
  void whatWasHeardBeforeTakesNothingOfIt() {
    long before = now.get();
    pass(9_000);
    lease.renew(now.get());
    lease.renew(before);

    pass(9_999);
    assertThat(lease.holds()).isTrue();
  }

  @Test
  void aStallBetweenTheGroupsAnswerAndTheLookGivesItNoTime() {
    lease.renew(heartbeat.heardAt());
    answers.incrementAndGet();
    pass(9_500);
    lease.renew(heartbeat.heardAt());

    pass(499);
    assertThat(lease.holds()).isTrue();
    pass(1);
    assertThat(lease.holds()).isFalse();
  }

  @Test
  void aStallBetweenTheLookAndTheRenewalGivesItNoTimeEither() {
    answers.incrementAndGet();
    long heardAt = heartbeat.heardAt();
    pass(10_000);

    lease.renew(heardAt);

    assertThat(lease.holds()).isFalse();
  }
}
