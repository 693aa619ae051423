package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.Redirect;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a feed's new address is taken for good: it was permanent (301, 308) in several polls on
 * different days, and led to a feed each time.
 */
public final class PermanentRedirects {

  /** What a poll means for the feed's address. */
  public sealed interface Decision {}

  /** No permanent redirect: what had been observed is to be forgotten. */
  public record Stay() implements Decision {}

  /**
   * A permanent redirect, not yet seen often enough.
   *
   * @param url where it points
   * @param firstSeenAt when it was first seen
   * @param count polls it was seen in
   */
  public record Observing(URI url, Instant firstSeenAt, int count) implements Decision {}

  /**
   * The new address is to be polled from now on. Validators belong to the old one and are to be
   * dropped.
   */
  public record Adopt(URI url) implements Decision {}

  private final Duration longEnough;
  private final int often;
  private final InstantSource clock;

  /**
   * A judge.
   *
   * @param longEnough how long a redirect has to have been permanent
   * @param often how many polls in a row have to have seen it
   */
  public PermanentRedirects(Duration longEnough, int often, InstantSource clock) {
    this.longEnough = longEnough;
    this.often = often;
    this.clock = clock;
  }

  /**
   * Judges a poll that ended with a feed, or with its not being modified.
   *
   * @param observed what earlier polls saw, null when there is nothing
   * @param redirects the redirects of this poll in order
   */
  public Decision judge(@Nullable Observing observed, List<Redirect> redirects) {
    URI target = target(redirects);
    if (target == null) {
      return new Stay();
    }
    Instant now = clock.instant();
    if (observed == null || !observed.url().equals(target)) {
      return new Observing(target, now, 1);
    }
    int count = observed.count() + 1;
    boolean seenLong = !observed.firstSeenAt().plus(longEnough).isAfter(now);
    return seenLong && count >= often
        ? new Adopt(target)
        : new Observing(target, observed.firstSeenAt(), count);
  }

  /**
   * Where the permanent redirects lead before the first that is not; null when the first is not, or
   * when they lead from TLS to none: that is never taken for good.
   */
  private static @Nullable URI target(List<Redirect> redirects) {
    URI target = null;
    for (Redirect redirect : redirects) {
      if (!redirect.isPermanent()) {
        break;
      }
      target = redirect.to();
    }
    if (target == null) {
      return null;
    }
    boolean downgrade =
        "https".equals(redirects.getFirst().from().getScheme())
            && !"https".equals(target.getScheme());
    return downgrade ? null : target;
  }
}
