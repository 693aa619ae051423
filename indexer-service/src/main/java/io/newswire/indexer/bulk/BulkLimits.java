package io.newswire.indexer.bulk;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much goes into a request. Elasticsearch or a proxy before it may take less than was
 * configured: what was too large once is not tried again.
 */
public final class BulkLimits {

  private static final long SMALLEST = 64 * 1024;

  /** So many requests of the usual size may be on their way at once. */
  private static final int AT_ONCE = 4;

  private static final int UNIT = 1024;

  private final int maxArticles;
  private final AtomicLong maxBytes;
  private final int units;
  private final Semaphore free;

  public BulkLimits(int maxArticles, long maxBytes) {
    this.maxArticles = maxArticles;
    this.maxBytes = new AtomicLong(maxBytes);
    this.units = Math.toIntExact(Math.max(1, AT_ONCE * maxBytes / UNIT));
    this.free = new Semaphore(units, true);
  }

  /**
   * Waits until there is room for a request of so many bytes beside those that are on their way;
   * one that is larger than all together may be goes alone. So a few huge articles at once do not
   * fill the heap. {@link #left} has to follow.
   */
  void enter(long bytes) {
    free.acquireUninterruptibly(share(bytes));
  }

  /** A request of so many bytes is over. */
  void left(long bytes) {
    free.release(share(bytes));
  }

  private int share(long bytes) {
    return (int) Math.min(units, bytes / UNIT + 1);
  }

  /** How many of the items go into the next request: at least one. */
  int take(List<BulkItem> items) {
    long limit = maxBytes.get();
    long bytes = 0;
    int count = 0;
    for (BulkItem item : items) {
      bytes += BulkBody.weight(item);
      if (count > 0 && (bytes > limit || count == maxArticles)) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** A request of so many bytes was refused for its size. */
  void tooLarge(long bytes) {
    maxBytes.accumulateAndGet(Math.max(SMALLEST, bytes / 2), Math::min);
  }
}
