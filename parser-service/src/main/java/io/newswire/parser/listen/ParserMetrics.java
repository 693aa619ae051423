package io.newswire.parser.listen;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.newswire.parser.article.Article;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.normalize.Normalized;
import java.time.Duration;
import java.time.InstantSource;

/** What the parser counts. The names are part of its interface; README.md lists them. */
final class ParserMetrics {

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Timer parsing;
  private final Timer latency;

  ParserMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    this.parsing =
        Timer.builder("newswire.parser.parsing")
            .description("Time to make an article of a raw article")
            .publishPercentileHistogram()
            .register(registry);
    this.latency =
        Timer.builder("newswire.parser.latency")
            .description("Time from the fetch of an article to the acknowledgement of its event")
            .publishPercentileHistogram()
            .register(registry);
  }

  /** An article was acknowledged. */
  void published(Normalized normalized, Duration took) {
    Article article = normalized.article();
    registry.counter("newswire.parser.articles", "method", article.method().wireName()).increment();
    parsing.record(took);
    Duration since = Duration.between(article.fetchedAt(), clock.instant());
    latency.record(since.isNegative() ? Duration.ZERO : since);
    ExtractionException fault = normalized.pageFault();
    if (fault != null) {
      registry.counter("newswire.parser.page.faults", "reason", fault.reason()).increment();
    }
  }

  /** A dead letter was acknowledged. */
  void deadLettered(String reason) {
    registry.counter("newswire.parser.dead.letters", "reason", reason).increment();
  }

  /** A tombstone was passed over. */
  void skipped() {
    registry.counter("newswire.parser.tombstones").increment();
  }

  /** Kafka did not acknowledge a batch; it is tried again. */
  void publishFailed() {
    registry.counter("newswire.parser.publish.failures").increment();
  }
}
