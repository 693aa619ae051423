package io.newswire.indexer.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: they double from the first to the longest, each with jitter between half
 * of it and all of it, so that instances that failed together do not come back together.
 */
public final class Backoff {

  private final long initial;
  private final long max;
  private final RandomGenerator random;
  private int attempts;

  Backoff(Duration initial, Duration max, RandomGenerator random) {
    this.initial = initial.toMillis();
    this.max = max.toMillis();
    this.random = random;
  }

  /** The pause before the next attempt. */
  Duration next() {
    long full = Math.min(max, initial << Math.min(attempts, 20));
    attempts++;
    return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
  }

  /** Attempts since the last that moved something. */
  int attempts() {
    return attempts;
  }

  /** Something moved. */
  void reset() {
    attempts = 0;
  }
}
