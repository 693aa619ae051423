package io.newswire.fetcher.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final AtomicInteger answers = new AtomicInteger(7);
  private final AtomicLong now = new AtomicLong(-5);
  private final Heartbeat heartbeat = new Heartbeat(answers::get, now::get);

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private Duration age() {
    return Duration.ofNanos(now.get() - heartbeat.heardAt());
  }

  @Test
  void withoutAnAnswerItGrowsOld() {
    assertThat(age()).isZero();
    pass(Duration.ofSeconds(4));
    assertThat(age()).isEqualTo(Duration.ofSeconds(4));
    pass(Duration.ofSeconds(7));
    assertThat(age()).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void anAnswerIsAsOldAsTheLookBeforeTheOneThatSeesIt() {
    pass(Duration.ofSeconds(4));
    assertThat(age()).isEqualTo(Duration.ofSeconds(4));
    answers.incrementAndGet();
    pass(Duration.ofSeconds(3));

    assertThat(age()).isEqualTo(Duration.ofSeconds(3));
    assertThat(age()).isEqualTo(Duration.ofSeconds(3));

    answers.incrementAndGet();
    pass(Duration.ofMillis(200));
    assertThat(age()).isEqualTo(Duration.ofMillis(200));
  }
}
