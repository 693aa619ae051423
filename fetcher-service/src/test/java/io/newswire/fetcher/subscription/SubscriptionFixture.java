package io.newswire.fetcher.subscription;

import java.time.Instant;
import java.util.List;

/** A subscription for tests, with nothing but an address; {@link Subscription#draft} changes it. */
public final class SubscriptionFixture {

  private SubscriptionFixture() {}

  /** One that somebody subscribed through the API at the given time. */
  public static Subscription subscription(String url, Instant at) {
    return new Subscription(
        FeedUrl.idOf(url),
        url,
        null,
        List.of(),
        false,
        null,
        null,
        false,
        null,
        null,
        Subscription.Origin.API,
        null,
        at,
        at);
  }
}
