package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.Redirect;
import java.net.URI;
import java.time.Instant;
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

  /**
   * Judges a poll that ended with a feed.
   *
   * @param observed what earlier polls saw, null when there is nothing
   * @param redirects the redirects of this poll in order
   */
  public Decision judge(@Nullable Observing observed, List<Redirect> redirects) {
    throw new UnsupportedOperationException("" + observed + redirects);
  }
}
