package io.newswire.fetcher.directory;

import io.newswire.fetcher.subscription.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A feed in the directory.
 *
 * @param subscription its subscription
 * @param partition the partition it is in
 * @param summary what is known of it, null before its first poll
 * @param stateOffset where its newest state is, -1 where there is none
 */
public record DirectoryEntry(
    Subscription subscription, int partition, @Nullable FeedSummary summary, long stateOffset) {}
