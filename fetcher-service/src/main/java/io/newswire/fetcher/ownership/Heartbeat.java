package io.newswire.fetcher.ownership;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;

/**
 * When the group was last told that this member lives, as the consumer's own metric says (Kafka,
 * consumer group metrics: last-heartbeat-seconds-ago).
 */
final class Heartbeat {

  private static final String METRIC = "last-heartbeat-seconds-ago";

  private final Consumer<byte[], byte[]> consumer;
  private @Nullable Metric metric;

  Heartbeat(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Time since then; none before the first, which follows the joining of the group. */
  Duration age() {
    Metric found = metric;
    if (found == null) {
      found =
          consumer.metrics().values().stream()
              .filter(candidate -> candidate.metricName().name().equals(METRIC))
              .findFirst()
              .orElse(null);
      metric = found;
    }
    return found != null && found.metricValue() instanceof Number seconds && seconds.longValue() > 0
        ? Duration.ofSeconds(seconds.longValue())
        : Duration.ZERO;
  }
}
