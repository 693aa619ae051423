package io.newswire.fetcher.http;

import java.time.Duration;

/**
 * The time a request has left for exchanges. Runs only while an exchange runs, so that waiting for
 * a site's turn costs nothing of it. Of one thread.
 */
final class Deadline {

  private long leftNanos;

  Deadline(Duration total) {
    leftNanos = total.toNanos();
  }

  long leftNanos() {
    return leftNanos;
  }

  void spend(long nanos) {
    leftNanos -= nanos;
  }
}
