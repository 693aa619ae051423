package io.newswire.fetcher.ownership;

import java.time.Duration;

/**
 * How long this instance may believe that what it was assigned is still its own. The group takes a
 * member for dead when it has not heard of it for the session's time; a member that was paused for
 * that long (a stopped process, a long collection of garbage), or that cannot reach the group, does
 * not know it yet. So whatever asks a site looks here first: the lease ends by itself, on the
 * monotonic clock, no later than the group's patience.
 */
final class Lease {

  private final long nanos;
  private volatile long renewedAt;
  private volatile long heardAt;

  Lease(Duration session) {
    nanos = session.toNanos();
    renewedAt = System.nanoTime();
    heardAt = renewedAt - nanos;
  }

  /** Whether nothing was heard of the owner's thread for so long that others may own it all. */
  boolean hasLapsed() {
    return System.nanoTime() - renewedAt >= nanos;
  }

  /**
   * Says that the owner's thread runs.
   *
   * @param sinceHeartbeat time since the group last said that it has heard of this member: from
   *     then on it lasts
   */
  void renew(Duration sinceHeartbeat) {
    long now = System.nanoTime();
    heardAt = now - sinceHeartbeat.toNanos();
    renewedAt = now;
  }

  /** Whether sites may be asked. */
  boolean holds() {
    return System.nanoTime() - heardAt < nanos && !hasLapsed();
  }
}
