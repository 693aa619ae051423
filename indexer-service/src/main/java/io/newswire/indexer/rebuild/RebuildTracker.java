package io.newswire.indexer.rebuild;

import io.newswire.indexer.index.Generation;
import io.newswire.indexer.rebuild.RebuildProgress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Where a rebuild is, for whoever asks. Told by one thread, asked by others. */
final class RebuildTracker {

  private static final long UNKNOWN = -1;

  private final Generation generation;
  private final InstantSource clock;
  private final Instant startedAt;
  private volatile Phase phase = Phase.BUILDING;
  private volatile @Nullable Generation replaced;
  private volatile @Nullable Instant finishedAt;
  private volatile @Nullable String waitingFor;
  private volatile long done;
  private volatile long doneAtStart = UNKNOWN;
  private volatile long total;

  RebuildTracker(Generation generation, InstantSource clock) {
    this.generation = generation;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  Phase phase() {
    return phase;
  }

  void replaces(Generation serving) {
    replaced = serving;
  }

  void catchingUp() {
    phase = Phase.CATCHING_UP;
  }

  /** So many records are behind it, of so many. */
  void at(long recordsDone, long recordsTotal) {
    total = recordsTotal;
    done = recordsDone;
    if (doneAtStart == UNKNOWN) {
      doneAtStart = recordsDone;
    }
  }

  /** Something is in the way; null when it is not any more. */
  void waitingFor(@Nullable String reason) {
    waitingFor = reason;
  }

  void ended(Phase how, @Nullable String reason) {
    waitingFor = reason;
    finishedAt = clock.instant();
    phase = how;
  }

  RebuildProgress progress() {
    long of = Math.max(total, 1);
    Generation old = replaced;
    return new RebuildProgress(
        generation.index(),
        old == null ? null : old.index(),
        phase,
        startedAt,
        finishedAt,
        done,
        total,
        phase == Phase.DONE ? 100 : (int) Math.min(100, 100 * done / of),
        secondsLeft(),
        waitingFor);
  }

  /** From the speed since it began or was taken up. */
  private @Nullable Long secondsLeft() {
    long read = done - doneAtStart;
    if (phase.ended() || doneAtStart == UNKNOWN || read <= 0) {
      return null;
    }
    double elapsed = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    return Math.round(elapsed * Math.max(0, total - done) / read);
  }
}
