package io.newswire.fetcher.runtime;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready when the directory is complete and every partition that was assigned is being polled; out
 * of service while results wait because Kafka does not take them.
 */
public final class FetcherHealth implements HealthIndicator {

  private final FetcherRuntime runtime;

  public FetcherHealth(FetcherRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Health health() {
    Fetching fetching = runtime.ifStarted();
    if (fetching == null) {
      return Health.down().withDetail("problem", runtime.problem()).build();
    }
    Health.Builder health = health(fetching);
    return health
        .withDetail("partitions", fetching.owner().ownedPartitions())
        .withDetail("feeds", fetching.owner().feeds().count())
        .build();
  }

  private static Health.Builder health(Fetching fetching) {
    if (!fetching.directory().isCaughtUp()) {
      return Health.outOfService().withDetail("problem", "subscriptions are being read");
    }
    if (!fetching.owner().isReady()) {
      return Health.outOfService()
          .withDetail("problem", "partitions are being restored, or the group is not heard of");
    }
    if (fetching.owner().isFailing()) {
      return Health.outOfService().withDetail("problem", "Kafka does not take what polls found");
    }
    return Health.up();
  }
}
