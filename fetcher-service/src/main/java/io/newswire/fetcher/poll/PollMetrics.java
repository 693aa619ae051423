package io.newswire.fetcher.poll;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What polling counts. No metric has a label per feed. */
public final class PollMetrics {

  private final MeterRegistry registry;
  private final Timer lag;

  public PollMetrics(MeterRegistry registry) {
    this.registry = registry;
    lag =
        Timer.builder("newswire.fetcher.schedule.lag")
            .description("How long after it was due a poll began")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofHours(1))
            .register(registry);
  }

  void begun(Duration late) {
    lag.record(late.isNegative() ? Duration.ZERO : late);
  }

  void polled(String outcome, boolean outage, Duration took) {
    Timer.builder("newswire.fetcher.polls")
        .description("Polls by outcome: changed, unchanged, not-modified, or the failure's class")
        .tag("outcome", outcome)
        .register(registry)
        .record(took);
    if (outage) {
      registry.counter("newswire.fetcher.polls.own.outage").increment();
    }
  }

  void published(String change) {
    registry.counter("newswire.fetcher.entries.published", "change", change).increment();
  }

  void page(String outcome) {
    registry.counter("newswire.fetcher.pages", "outcome", outcome).increment();
  }

  void stateWritten() {
    registry.counter("newswire.fetcher.states.written").increment();
  }

  void internalError() {
    registry.counter("newswire.fetcher.polls.internal.errors").increment();
  }
}
