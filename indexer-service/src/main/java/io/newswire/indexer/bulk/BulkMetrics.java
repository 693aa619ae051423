package io.newswire.indexer.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Meters of bulk requests. */
public final class BulkMetrics {

  private final Timer answered;
  private final Timer failed;
  private final DistributionSummary articles;
  private final DistributionSummary bytes;
  private final Counter splits;

  public BulkMetrics(MeterRegistry registry) {
    answered = timer("answered").register(registry);
    failed = timer("failed").register(registry);
    articles =
        DistributionSummary.builder("newswire.indexer.bulk.articles")
            .description("Articles in a bulk request")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    bytes =
        DistributionSummary.builder("newswire.indexer.bulk.size")
            .baseUnit("bytes")
            .description("Size of a bulk request")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    splits =
        Counter.builder("newswire.indexer.bulk.splits")
            .description("Bulk requests that were refused and sent again in two halves")
            .register(registry);
  }

  private static Timer.Builder timer(String outcome) {
    return Timer.builder("newswire.indexer.bulk")
        .description("Time until a bulk request is answered")
        .publishPercentiles(0.5, 0.99)
        .tag("outcome", outcome);
  }

  void answered(int count, int size, long nanos) {
    answered.record(nanos, TimeUnit.NANOSECONDS);
    articles.record(count);
    bytes.record(size);
  }

  void failed(long nanos) {
    failed.record(nanos, TimeUnit.NANOSECONDS);
  }

  void split() {
    splits.increment();
  }
}
