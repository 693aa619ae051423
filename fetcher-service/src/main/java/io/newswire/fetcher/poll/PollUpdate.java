package io.newswire.fetcher.poll;

import io.newswire.fetcher.entry.EntryDiff;
import io.newswire.fetcher.publish.RawArticle;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a poll leads to.
 *
 * @param outcome changed, unchanged, not-modified, or the class of the failure
 * @param state the feed's next state
 * @param news what is new in the document
 * @param subscription the subscription as the poll changes it (paused, another address), or null
 * @param outage whether the failure was our own network's
 */
record PollUpdate(
    String outcome,
    FeedState state,
    @Nullable News news,
    @Nullable Subscription subscription,
    boolean outage) {

  /**
   * What is new in a document.
   *
   * @param source where it comes from, as its events say
   * @param diff what is to be published
   */
  record News(RawArticle.Source source, EntryDiff diff) {}

  /** Returns how many events it publishes. */
  int published() {
    return news == null ? 0 : news.diff().changes().size();
  }

  /** Returns whether what is known has changed in a way that somebody would miss. */
  boolean matters(FeedState before) {
    return published() > 0
        || subscription != null
        || before.lastFetchAt() == null
        || before.status() != state.status()
        || before.consecutiveFailures() != state.consecutiveFailures()
        || !before.url().equals(state.url())
        || !Objects.equals(before.permanentRedirect(), state.permanentRedirect())
        || !Objects.equals(before.title(), state.title())
        || !Objects.equals(before.siteUrl(), state.siteUrl())
        || !Objects.equals(before.suggestions(), state.suggestions());
  }
}
