package io.newswire.fetcher.ownership;

import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/**
 * When the group last said that it has heard of this member, as the consumer's own counts of its
 * answers tell (Kafka, consumer group metrics: heartbeat-total, join-total, sync-total). When a
 * heartbeat was sent last says nothing: it may never have arrived. For one thread.
 */
final class Heartbeat {

  private static final Set<String> ANSWERS = Set.of("heartbeat-total", "join-total", "sync-total");

  private final DoubleSupplier answers;
  private final LongSupplier nanoTime;
  private double seen;
  private long lookedAt;
  private long heardAt;

  /**
   * Begins as if the group had been heard of now.
   *
   * @param answers how many times the group has answered
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  Heartbeat(DoubleSupplier answers, LongSupplier nanoTime) {
    this.answers = answers;
    this.nanoTime = nanoTime;
    lookedAt = nanoTime.getAsLong();
    heardAt = lookedAt;
    seen = answers.getAsDouble();
  }

  static Heartbeat of(Consumer<byte[], byte[]> consumer) {
    return new Heartbeat(() -> answers(consumer), System::nanoTime);
  }

  private static double answers(Consumer<byte[], byte[]> consumer) {
    double answers = 0;
    for (Metric metric : consumer.metrics().values()) {
      if (ANSWERS.contains(metric.metricName().name())
          && metric.metricValue() instanceof Number count) {
        answers += count.doubleValue();
      }
    }
    return answers;
  }

  /**
   * Looks, and returns when the group was last heard of, on the monotonic clock. That is never
   * later than it was: an answer came at some moment after the look before the one that sees it,
   * and counts from that look on, however long this thread was held up in between.
   */
  long heardAt() {
    long now = nanoTime.getAsLong();
    double count = answers.getAsDouble();
    if (count > seen) {
      seen = count;
      heardAt = lookedAt;
    }
    lookedAt = now;
    return heardAt;
  }
}
