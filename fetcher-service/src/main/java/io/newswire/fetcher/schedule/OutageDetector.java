package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.FailureClass;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own outage from a feed's: when most sites that were well before fail at once with
 * failures that may be ours, they are. Safe for any number of threads.
 */
public final class OutageDetector {

  /**
   * Notes how a poll ended and says whether our own network is to blame for it.
   *
   * @param site the site as {@link io.newswire.fetcher.http.HostGate#key} names it
   * @param failure null for any answer, even an error status: the network was there
   * @param wellBefore whether the feed's poll before this one succeeded; sites that were broken
   *     before prove nothing
   * @return whether this failure is to be counted against nobody; false for an answer
   */
  public boolean record(String site, @Nullable FailureClass failure, boolean wellBefore) {
    throw new UnsupportedOperationException(site + failure + wellBefore);
  }

  /** Whether our own network seems to be out now. */
  public boolean isOut() {
    throw new UnsupportedOperationException();
  }
}
