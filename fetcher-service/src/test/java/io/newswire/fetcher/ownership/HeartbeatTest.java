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

  @Test
  void onlyAnAnswerMakesItYoung() {
    assertThat(heartbeat.age()).isZero();
    pass(Duration.ofSeconds(4));
    assertThat(heartbeat.age()).isEqualTo(Duration.ofSeconds(4));

    answers.incrementAndGet();

    assertThat(heartbeat.age()).isZero();
    pass(Duration.ofSeconds(11));
    assertThat(heartbeat.age()).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void soDoesAnAssignment() {
    pass(Duration.ofSeconds(4));

    heartbeat.heard();

    assertThat(heartbeat.age()).isZero();
  }
}
