package io.newswire.fetcher.ownership;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this instance may believe that what it was assigned is still its own. The group takes a
 * member for dead when it has not heard of it for the session's time; a member that was paused for
 * that long (a stopped process, a long collection of garbage), or that cannot reach the group, does
 * not know it yet. So whatever asks a site looks here first: the lease ends by itself, on the
 * monotonic clock, no later than the group's patience.
 */
final class Lease {

  private final long nanos;
  private final LongSupplier nanoTime;
  private volatile long renewedAt;
  private volatile long heardAt;

  /**
   * A lease that does not hold before it is renewed.
   *
   * @param session the group's patience
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  Lease(Duration session, LongSupplier nanoTime) {
    nanos = session.toNanos();
    this.nanoTime = nanoTime;
    renewedAt = nanoTime.getAsLong();
    heardAt = renewedAt - nanos;
  }

  /** Whether nothing was heard of the owner's thread for so long that others may own it all. */
  boolean hasLapsed() {
    return nanoTime.getAsLong() - renewedAt >= nanos;
  }

  /**
   * Says that the owner's thread runs.
   *
   * @param heardAt when the group last said that it has heard of this member, on the same clock:
   *     from then on it lasts; earlier than known before it changes nothing
   */
  void renew(long heardAt) {
    if (heardAt - this.heardAt > 0) {
      this.heardAt = heardAt;
    }
    renewedAt = nanoTime.getAsLong();
  }

  /** Whether sites may be asked. */
  boolean holds() {
    return nanoTime.getAsLong() - heardAt < nanos && !hasLapsed();
  }
}
