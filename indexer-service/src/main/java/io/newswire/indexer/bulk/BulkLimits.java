package io.newswire.indexer.bulk;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much goes into a request. Elasticsearch or a proxy before it may take less than was
 * configured: what was too large once is not tried again.
 */
public final class BulkLimits {

  private static final long SMALLEST = 64 * 1024;

  private final int maxArticles;
  private final AtomicLong maxBytes;

  public BulkLimits(int maxArticles, long maxBytes) {
    this.maxArticles = maxArticles;
    this.maxBytes = new AtomicLong(maxBytes);
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
