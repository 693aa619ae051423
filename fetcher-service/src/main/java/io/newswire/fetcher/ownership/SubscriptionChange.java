package io.newswire.fetcher.ownership;

import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the feeds topic says.
 *
 * @param feedId the feed
 * @param subscription its subscription, or null where it was unsubscribed
 * @param movedState the state it brings along from another partition
 */
public record SubscriptionChange(
    String feedId, @Nullable Subscription subscription, @Nullable FeedState movedState) {}
