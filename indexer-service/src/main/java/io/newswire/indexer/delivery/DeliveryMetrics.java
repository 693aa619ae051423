package io.newswire.indexer.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.newswire.indexer.article.ArticleRecord.Revision;
import io.newswire.indexer.article.ArticleRecord.Write;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Meters of what becomes of articles. */
public final class DeliveryMetrics {

  private final MeterRegistry registry;
  private final Counter indexed;
  private final Counter erased;
  private final Counter stale;
  private final Counter expired;
  private final Counter rejected;
  private final Counter retried;
  private final Timer fromFetch;
  private final Timer fromPublication;

  public DeliveryMetrics(MeterRegistry registry, DeliveryStatus status) {
    this.registry = registry;
    indexed = articles("indexed");
    erased = articles("erased");
    stale = articles("stale");
    expired = articles("expired");
    rejected = articles("rejected");
    retried =
        Counter.builder("newswire.indexer.retries")
            .description("Articles sent again because the cause may pass")
            .register(registry);
    fromFetch = latency("fetch");
    fromPublication = latency("publication");
    Gauge.builder("newswire.indexer.lag", status, DeliveryStatus::lag)
        .description("Records in the articles topic that are not yet read")
        .register(registry);
    Gauge.builder("newswire.indexer.paused", status, s -> s.troubles().size())
        .description("Consumers that wait for Elasticsearch or Kafka")
        .register(registry);
  }

  private Counter articles(String outcome) {
    return Counter.builder("newswire.indexer.articles")
        .description("Articles by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  private Timer latency(String from) {
    return Timer.builder("newswire.indexer.latency")
        .description(
            "Until Elasticsearch acknowledged a revision; it is found after the next refresh")
        .publishPercentiles(0.5, 0.99)
        .tag("from", from)
        .register(registry);
  }

  void indexed(Write write, Instant now) {
    if (!(write instanceof Revision revision)) {
      erased.increment();
      return;
    }
    indexed.increment();
    record(fromFetch, revision.fetchedAt(), now);
    if (revision.change().equals("new")) {
      record(fromPublication, revision.publishedAt(), now);
    }
  }

  private static void record(Timer timer, @Nullable Instant from, Instant now) {
    if (from != null && !from.isAfter(now)) {
      timer.record(Duration.between(from, now));
    }
  }

  void stale() {
    stale.increment();
  }

  void expired() {
    expired.increment();
  }

  void rejected() {
    rejected.increment();
  }

  void retried(int articles) {
    retried.increment(articles);
  }

  void deadLettered(String reason) {
    registry.counter("newswire.indexer.dead.letters", "reason", reason).increment();
  }
}
