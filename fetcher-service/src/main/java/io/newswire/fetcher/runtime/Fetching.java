package io.newswire.fetcher.runtime;

import io.newswire.fetcher.directory.FeedDirectory;
import io.newswire.fetcher.directory.Subscriptions;
import io.newswire.fetcher.ownership.FeedOwner;
import io.newswire.fetcher.submission.Submissions;

/**
 * The parts that need Kafka, running.
 *
 * @param directory all feeds
 * @param subscriptions writes subscriptions
 * @param submissions publishes submitted articles
 * @param owner the feeds this instance owns
 */
public record Fetching(
    FeedDirectory directory,
    Subscriptions subscriptions,
    Submissions submissions,
    FeedOwner owner) {}
