package io.newswire.fetcher.feed;

import java.util.List;

/**
 * Reads a feed document. Never throws for what a document contains, and takes time and memory in
 * proportion to its size. Thread-safe.
 */
public final class FeedParser {

  private final FeedLimits limits;

  public FeedParser(FeedLimits limits) {
    this.limits = limits;
  }

  /** Says what {@code document} is, and reads it if it is a feed. */
  public ParseResult parse(FeedDocument document) {
    if (document.body().length == 0) {
      return new ParseResult.NotAFeed("the document is empty", List.of());
    }
    throw new UnsupportedOperationException("no format is read yet, limits " + limits);
  }
}
