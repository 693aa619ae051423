package io.newswire.fetcher.feed;

/**
 * Bounds on what one document may cost. What lies beyond a bound is left out and reported as a
 * problem.
 *
 * @param maxDepth open elements at one time; deeper ones are read as if they were not nested
 * @param maxEntries entries kept of one document
 * @param maxTextLength characters kept of one value (a title, a content)
 * @param maxItems elements kept of one list (authors, categories, enclosures, images, links of one
 *     entry)
 */
public record FeedLimits(int maxDepth, int maxEntries, int maxTextLength, int maxItems) {

  /**
   * Bounds far above what feeds in use need: depth 256, 20,000 entries, 4 Mi characters a value,
   * 500 items a list.
   */
  public static final FeedLimits DEFAULT = new FeedLimits(256, 20_000, 4 << 20, 500);

  public FeedLimits {
    if (maxDepth < 8 || maxEntries < 1 || maxTextLength < 1 || maxItems < 1) {
      throw new IllegalArgumentException("limits must be positive and the depth at least 8");
    }
  }
}
