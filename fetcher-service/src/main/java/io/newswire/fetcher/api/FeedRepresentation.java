package io.newswire.fetcher.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.newswire.fetcher.directory.DirectoryEntry;
import io.newswire.fetcher.directory.FeedSummary;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.LastFailure;
import io.newswire.fetcher.state.PollRecord;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed as the API shows it: credentials are never part of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedRepresentation(
    String id,
    String url,
    @Nullable String title,
    List<String> tags,
    boolean fullText,
    @Nullable Integer minIntervalSeconds,
    @Nullable Integer maxIntervalSeconds,
    boolean paused,
    @Nullable String pausedReason,
    boolean hasCredentials,
    Subscription.Origin origin,
    Instant createdAt,
    Instant updatedAt,
    int partition,
    Status status) {

  /** How it is; outcomes and number of known entries only where one feed is asked for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Status(
      String state,
      @Nullable String title,
      @Nullable String siteUrl,
      @Nullable String format,
      @Nullable Instant lastFetchAt,
      @Nullable Instant lastSuccessAt,
      @Nullable Instant lastChangeAt,
      @Nullable Instant nextFetchAt,
      @Nullable String nextFetchReason,
      @Nullable Long intervalSeconds,
      int consecutiveFailures,
      @Nullable LastFailure lastFailure,
      @Nullable List<String> suggestions,
      @Nullable Boolean malformed,
      @Nullable List<PollRecord> outcomes,
      @Nullable Integer knownEntries) {}

  /** Shows a feed among others. */
  static FeedRepresentation brief(DirectoryEntry entry, @Nullable OwnedFeed owned) {
    if (owned != null) {
      return of(entry, status(owned.state(), false));
    }
    FeedSummary summary = entry.summary();
    return of(entry, summary == null ? pending() : status(summary));
  }

  /** Shows one feed with all that is known of it. */
  static FeedRepresentation full(DirectoryEntry entry, @Nullable FeedState state) {
    return of(entry, state == null ? pending() : status(state, true));
  }

  private static FeedRepresentation of(DirectoryEntry entry, Status status) {
    Subscription feed = entry.subscription();
    return new FeedRepresentation(
        feed.id(),
        feed.url(),
        feed.title(),
        feed.tags(),
        feed.fullText(),
        feed.minIntervalSeconds(),
        feed.maxIntervalSeconds(),
        feed.paused(),
        feed.pausedReason(),
        feed.access() != null,
        feed.origin(),
        feed.createdAt(),
        feed.updatedAt(),
        entry.partition(),
        status);
  }

  private static Status pending() {
    return new Status(
        "pending", null, null, null, null, null, null, null, null, null, 0, null, null, null, null,
        null);
  }

  private static Status status(FeedState state, boolean all) {
    return new Status(
        state.status().wireName(),
        state.title(),
        state.siteUrl(),
        state.format(),
        state.lastFetchAt(),
        state.lastSuccessAt(),
        state.lastChangeAt(),
        state.nextFetchAt(),
        state.nextFetchReason(),
        state.intervalSeconds(),
        state.consecutiveFailures(),
        state.lastFailure(),
        state.suggestions(),
        state.malformed(),
        all ? state.outcomes() : null,
        all ? state.entries().size() : null);
  }

  private static Status status(FeedSummary summary) {
    Integer failures = summary.consecutiveFailures();
    return new Status(
        summary.status() == null ? "pending" : summary.status().wireName(),
        summary.title(),
        summary.siteUrl(),
        summary.format(),
        summary.lastFetchAt(),
        summary.lastSuccessAt(),
        summary.lastChangeAt(),
        summary.nextFetchAt(),
        summary.nextFetchReason(),
        null,
        failures == null ? 0 : failures,
        summary.lastFailure(),
        summary.suggestions(),
        null,
        null,
        null);
  }
}
