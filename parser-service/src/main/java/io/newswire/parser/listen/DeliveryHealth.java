package io.newswire.parser.listen;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Whether raw articles are read and articles acknowledged. */
final class DeliveryHealth extends AbstractHealthIndicator {

  private final InstantSource clock;
  private final Map<TopicPartition, Failure> failures = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable ConcurrentMessageListenerContainer<?, ?>> container =
      new AtomicReference<>();

  private record Failure(Instant since, String message, int times) {}

  DeliveryHealth(InstantSource clock) {
    super("raw articles cannot be checked");
    this.clock = clock;
  }

  void watch(ConcurrentMessageListenerContainer<?, ?> listenerContainer) {
    container.set(listenerContainer);
  }

  /** What was read of these partitions is committed, or is no longer this process's business. */
  void delivered(Collection<TopicPartition> partitions) {
    failures.keySet().removeAll(partitions);
  }

  void failed(Collection<TopicPartition> partitions, Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    for (TopicPartition partition : partitions) {
      failures.compute(
          partition,
          (key, before) ->
              new Failure(
                  before == null ? clock.instant() : before.since(),
                  cause.toString(),
                  before == null ? 1 : before.times() + 1));
    }
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    ConcurrentMessageListenerContainer<?, ?> watched = container.get();
    Failure current =
        failures.values().stream().min(Comparator.comparing(Failure::since)).orElse(null);
    if (watched == null || !watched.isRunning() || !watched.isInExpectedState()) {
      builder.down().withDetail("listener", watched == null ? "starting" : "stopped");
      return;
    }
    builder.withDetail("partitions", watched.getAssignedPartitions().size());
    if (current == null) {
      builder.up();
    } else {
      builder
          .down()
          .withDetail("notAcknowledgedSince", current.since().toString())
          .withDetail("attempts", current.times())
          .withDetail("lastFailure", current.message());
    }
  }
}
