package io.newswire.fetcher.http;

import java.net.URI;
import java.time.Duration;

/**
 * Politeness: a site is asked by one request at a time, and only after its delay since the last.
 * Fair: first come, first served.
 */
public final class HostGate {

  /**
   * What counts as one site: the registrable domain of a host name ({@code example.co.uk}), host
   * and port of an address or of a name without public suffix.
   */
  public String key(URI url) {
    throw new UnsupportedOperationException(url.toString());
  }

  /**
   * Waits for the site's turn.
   *
   * @throws InterruptedException when this thread is interrupted
   */
  public Permit acquire(URI url) throws InterruptedException {
    return acquire(url, Duration.ZERO);
  }

  /**
   * Waits for the site's turn.
   *
   * @param crawlDelay the least time since the last request, where it is longer than the configured
   *     delay
   * @throws InterruptedException when this thread is interrupted
   */
  public Permit acquire(URI url, Duration crawlDelay) throws InterruptedException {
    throw new UnsupportedOperationException(url.toString() + crawlDelay);
  }

  /** Takes the site's turn if it is free now, and does not wait. */
  public Turn tryAcquire(URI url) {
    throw new UnsupportedOperationException(url.toString());
  }
}
