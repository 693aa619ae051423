package io.newswire.fetcher.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.state.FeedStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How many feeds this instance owns, by status; counted at most every few seconds. */
final class FeedGauges implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Counted(Map<FeedStatus, Integer> byStatus, int paused, Instant at) {}

  private final FetcherRuntime runtime;
  private final InstantSource clock;
  private Counted last = new Counted(Map.of(), 0, Instant.MIN);

  FeedGauges(FetcherRuntime runtime, InstantSource clock) {
    this.runtime = runtime;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (FeedStatus status : FeedStatus.values()) {
      Gauge.builder(
              "newswire.fetcher.feeds", this, g -> g.count().byStatus().getOrDefault(status, 0))
          .description("Owned feeds by status; paused ones are counted apart")
          .tag("status", status.wireName())
          .register(registry);
    }
    Gauge.builder("newswire.fetcher.feeds", this, gauges -> gauges.count().paused())
        .tag("status", "paused")
        .register(registry);
    Gauge.builder("newswire.fetcher.partitions.owned", this, gauges -> gauges.partitions())
        .description("Partitions of feeds that this instance owns")
        .register(registry);
  }

  private int partitions() {
    Fetching fetching = runtime.ifStarted();
    return fetching == null ? 0 : fetching.owner().ownedPartitions();
  }

  private synchronized Counted count() {
    Instant now = clock.instant();
    if (last.at().equals(Instant.MIN) || last.at().plus(FRESH).isBefore(now)) {
      last = count(now);
    }
    return last;
  }

  private Counted count(Instant now) {
    Fetching fetching = runtime.ifStarted();
    int[] counts = new int[FeedStatus.values().length];
    int paused = 0;
    if (fetching != null) {
      for (OwnedFeed feed : fetching.owner().feeds().toList()) {
        if (feed.subscription().paused()) {
          paused++;
        } else {
          counts[feed.state().status().ordinal()]++;
        }
      }
    }
    Map<FeedStatus, Integer> byStatus = new EnumMap<>(FeedStatus.class);
    Arrays.stream(FeedStatus.values()).forEach(s -> byStatus.put(s, counts[s.ordinal()]));
    return new Counted(byStatus, paused, now);
  }
}
