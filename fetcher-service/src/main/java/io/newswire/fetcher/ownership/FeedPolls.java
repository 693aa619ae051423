package io.newswire.fetcher.ownership;

/** Who polls the feeds that are owned. */
public interface FeedPolls {

  /** Plans the next poll of a feed anew, because it was taken over or its subscription changed. */
  void plan(OwnedFeed feed);

  /** Forgets a feed that is not this instance's any more. */
  void forget(OwnedFeed feed);
}
