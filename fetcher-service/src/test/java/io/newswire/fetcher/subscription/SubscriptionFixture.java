package io.newswire.fetcher.subscription;

import java.time.Instant;

/** A subscription for tests, with nothing but an address; {@link Subscription#draft} changes it. */
public final class SubscriptionFixture {

  private SubscriptionFixture() {}

  /** One that somebody subscribed through the API at the given time. */
  public static Subscription subscription(String url, Instant at) {
    return Subscription.bare(FeedUrl.idOf(url), url, Subscription.Origin.API, at);
  }
}
