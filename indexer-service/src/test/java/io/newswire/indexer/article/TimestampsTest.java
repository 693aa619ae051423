package io.newswire.indexer.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @Test
  void anyTimeIsReadAsItWasWritten() {
    Random random = new Random(11);
    for (int i = 0; i < 5000; i++) {
      Instant seconds = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L));
      Instant finer = seconds.plusNanos(random.nextInt(1_000_000_000));
      assertThat(Timestamps.read(seconds.toString())).isEqualTo(seconds);
      assertThat(Timestamps.read(finer.toString())).isEqualTo(finer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-31T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-10-02T25:00:00Z",
        "2026-10-02 09:30:00Z",
        "2026-10-02T09:30:00z+",
        "٢026-10-02T09:30:00Z"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(Timestamps.read(text)).isNull();
  }
}
