package io.newswire.fetcher.ownership;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * When the group last said that it has heard of this member, as the consumer's own count of answers
 * tells (Kafka, consumer group metrics: heartbeat-total). When a heartbeat was sent last says
 * nothing: it may never have arrived. For one thread.
 */
final class Heartbeat {

  private static final String METRIC = "heartbeat-total";

  private final DoubleSupplier answers;
  private final LongSupplier nanoTime;
  private double seen;
  private long heardAt;

  /**
   * Begins as if the group had been heard of now.
   *
   * @param answers how many heartbeats were answered
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  Heartbeat(DoubleSupplier answers, LongSupplier nanoTime) {
    this.answers = answers;
    this.nanoTime = nanoTime;
    seen = answers.getAsDouble();
    heardAt = nanoTime.getAsLong();
  }

  static Heartbeat of(Consumer<byte[], byte[]> consumer) {
    return new Heartbeat(() -> answers(consumer), System::nanoTime);
  }

  private static double answers(Consumer<byte[], byte[]> consumer) {
    for (Metric metric : consumer.metrics().values()) {
      if (metric.metricName().name().equals(METRIC)
          && metric.metricValue() instanceof Number count) {
        return count.doubleValue();
      }
    }
    return 0;
  }

  /** The group has answered in another way: it has assigned something. */
  void heard() {
    heardAt = nanoTime.getAsLong();
  }

  /** Time since the group was last heard of, as far as was looked. */
  Duration age() {
    double now = answers.getAsDouble();
    if (now > seen) {
      seen = now;
      heard();
    }
    return Duration.ofNanos(nanoTime.getAsLong() - heardAt);
  }
}
