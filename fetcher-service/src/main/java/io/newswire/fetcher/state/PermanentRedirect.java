package io.newswire.fetcher.state;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A 301 or 308 that is being observed: sites get them wrong for an afternoon, so the new address is
 * adopted only after it was seen in several polls over more than a day.
 *
 * @param url where it points
 * @param firstSeenAt when it was first seen
 * @param count polls it was seen in
 */
public record PermanentRedirect(String url, Instant firstSeenAt, int count) {

  private static final int POLLS = 3;
  private static final Duration TIME = Duration.ofHours(24);

  /** Returns the observation after one more poll was redirected to {@code url} for good. */
  public static PermanentRedirect seen(
      @Nullable PermanentRedirect before, String url, Instant now) {
    return before != null && before.url().equals(url)
        ? new PermanentRedirect(url, before.firstSeenAt(), before.count() + 1)
        : new PermanentRedirect(url, now, 1);
  }

  /** Returns whether it has been permanent in several polls, on different days. */
  public boolean proven(Instant now) {
    boolean otherDay =
        !firstSeenAt
            .atZone(ZoneOffset.UTC)
            .toLocalDate()
            .equals(now.atZone(ZoneOffset.UTC).toLocalDate());
    return count >= POLLS && otherDay && !now.isBefore(firstSeenAt.plus(TIME));
  }
}
