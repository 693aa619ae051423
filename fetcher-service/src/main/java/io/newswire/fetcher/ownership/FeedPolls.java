package io.newswire.fetcher.ownership;

/** Who polls the feeds that are owned. */
public interface FeedPolls {

  /** Plans the next poll of a feed anew, because it was taken over or its subscription changed. */
  void plan(OwnedFeed feed);
}
