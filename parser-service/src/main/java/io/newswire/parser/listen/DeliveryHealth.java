package io.newswire.parser.listen;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Whether raw articles are read and articles acknowledged. */
final class DeliveryHealth extends AbstractHealthIndicator {

  private final InstantSource clock;
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
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

  void delivered() {
    failure.set(null);
  }

  void failed(Exception e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    failure.updateAndGet(
        before ->
            new Failure(
                before == null ? clock.instant() : before.since(),
                cause.toString(),
                before == null ? 1 : before.times() + 1));
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    ConcurrentMessageListenerContainer<?, ?> watched = container.get();
    Failure current = failure.get();
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
