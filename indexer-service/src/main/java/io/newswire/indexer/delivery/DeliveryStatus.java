package io.newswire.indexer.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the consumers are doing, for health and metrics. Safe for use by several threads. */
public final class DeliveryStatus {

  /**
   * Why a consumer does not get on.
   *
   * @param since when it began
   * @param reason what is in the way
   */
  public record Trouble(Instant since, String reason) {}

  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, Long> lags = new ConcurrentHashMap<>();
  private volatile @Nullable String startingUp = "the index has not been looked at yet";

  /** Start-up waits for something. */
  void startingUp(String reason) {
    startingUp = reason;
  }

  /** The index is there; consumers may start. */
  void ready() {
    startingUp = null;
  }

  /** What start-up waits for; null when it is over. */
  public @Nullable String startingUp() {
    return startingUp;
  }

  void trouble(String consumer, Instant now, String reason) {
    troubles.compute(consumer, (name, old) -> new Trouble(old == null ? now : old.since(), reason));
  }

  void noTrouble(String consumer) {
    troubles.remove(consumer);
  }

  /** Consumers that wait, and why. */
  public Map<String, Trouble> troubles() {
    return Map.copyOf(troubles);
  }

  void lag(String consumer, long records) {
    lags.put(consumer, records);
  }

  void stopped(String consumer) {
    lags.remove(consumer);
    troubles.remove(consumer);
  }

  /** Records that are in the topic and not yet read by the consumers of this instance. */
  public long lag() {
    return lags.values().stream().mapToLong(Long::longValue).sum();
  }
}
