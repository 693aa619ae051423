package io.newswire.fetcher.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

  @Test
  void itEndsByItselfAndDoesNotHoldBeforeItIsRenewed() {
    Lease lease = new Lease(Duration.ofMillis(200));
    assertThat(lease.holds()).isFalse();

    lease.renew(Duration.ZERO);
    assertThat(lease.holds()).isTrue();

    await().atMost(Duration.ofSeconds(5)).until(lease::hasLapsed);
    assertThat(lease.holds()).isFalse();
    lease.renew(Duration.ZERO);
    assertThat(lease.holds()).isTrue();
  }

  @Test
  void aMemberThatTheGroupHasNotHeardOfDoesNotHoldIt() {
    Lease lease = new Lease(Duration.ofHours(1));

    lease.renew(Duration.ofMinutes(61));

    assertThat(lease.holds()).isFalse();
    assertThat(lease.hasLapsed()).isFalse();
  }

  @Test
  void itLastsFromWhenTheGroupWasHeardOf() {
    Lease lease = new Lease(Duration.ofSeconds(60));

    lease.renew(Duration.ofMillis(59_700));

    assertThat(lease.holds()).isTrue();
    await().atMost(Duration.ofSeconds(5)).until(() -> !lease.holds());
    assertThat(lease.hasLapsed()).isFalse();
  }
}
