package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.FailureClass;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells our own outage from a feed's: when most sites that were well before fail one after the
 * other with failures that may be ours, they are. Looks at the newest result of each of the sites
 * that were asked last, however long ago: an instance with four feeds has an outage too. Safe for
 * any number of threads.
 */
public final class OutageDetector {

  private static final int FEWEST_FAILED = 3;
  private static final double MOST = 0.8;

  private final int sites;
  private final Map<String, Boolean> failedBySite = new LinkedHashMap<>();
  private int failed;

  /**
   * A detector.
   *
   * @param sites how many sites' newest results decide
   */
  public OutageDetector(int sites) {
    this.sites = sites;
  }

  /**
   * Notes how a poll ended and says whether our own network is to blame for it.
   *
   * @param site the site as {@link io.newswire.fetcher.http.HostGate#key} names it
   * @param failure null for any answer, even an error status: the network was there
   * @param wellBefore whether the feed's poll before this one succeeded; sites that were broken
   *     before prove nothing
   * @return whether this failure is to be counted against nobody; false for an answer
   */
  public synchronized boolean record(
      String site, @Nullable FailureClass failure, boolean wellBefore) {
    boolean maybeOurs = failure != null && failure.mayBeOurOwn();
    if (!maybeOurs || wellBefore) {
      forget(site);
      failedBySite.put(site, maybeOurs);
      failed += maybeOurs ? 1 : 0;
      if (failedBySite.size() > sites) {
        Iterator<String> oldest = failedBySite.keySet().iterator();
        forget(oldest.next());
      }
    }
    return maybeOurs && isOut();
  }

  private void forget(String site) {
    Boolean before = failedBySite.remove(site);
    failed -= Boolean.TRUE.equals(before) ? 1 : 0;
  }

  /** Whether our own network seems to be out now. */
  public synchronized boolean isOut() {
    return failed >= FEWEST_FAILED && failed >= MOST * failedBySite.size();
  }
}
