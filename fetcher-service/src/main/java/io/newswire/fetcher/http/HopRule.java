package io.newswire.fetcher.http;

import java.net.URI;
import java.time.Duration;

/** Asked before each request, redirects included, whether and how slowly an address may be had. */
@FunctionalInterface
public interface HopRule {

  /** Every address, at the site's configured delay. */
  HopRule NONE = url -> new Allowed(Duration.ZERO);

  /**
   * Judges an address. No site's turn is held while this runs, so it may ask the site itself.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  Verdict judge(URI url) throws InterruptedException;

  /** What a rule says. */
  sealed interface Verdict {}

  /**
   * It may be asked.
   *
   * @param delay least time since the last request to the site, where that is longer than the
   *     configured
   */
  record Allowed(Duration delay) implements Verdict {}

  /**
   * It may not be asked.
   *
   * @param message why, for people
   */
  record Denied(String message) implements Verdict {}
}
