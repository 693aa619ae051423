package io.newswire.indexer.delivery;

import io.newswire.indexer.delivery.DeliveryStatus.Trouble;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether articles get through, and what is in the way if not. */
@Component("delivery")
class DeliveryHealthIndicator implements HealthIndicator {

  private final DeliveryStatus status;

  DeliveryHealthIndicator(DeliveryStatus status) {
    this.status = status;
  }

  @Override
  public Health health() {
    String startingUp = status.startingUp();
    if (startingUp != null) {
      return Health.outOfService().withDetail("waitingFor", startingUp).build();
    }
    Map<String, Trouble> troubles = new TreeMap<>(status.troubles());
    Health.Builder health = troubles.isEmpty() ? Health.up() : Health.down();
    troubles.forEach(
        (consumer, trouble) ->
            health.withDetail(
                consumer, "paused since %s: %s".formatted(trouble.since(), trouble.reason())));
    return health.withDetail("lag", status.lag()).build();
  }
}
