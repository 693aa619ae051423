package io.newswire.fetcher.directory;

import io.newswire.fetcher.state.FeedStatus;
import io.newswire.fetcher.state.LastFailure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the directory keeps of a feed's state: the fields of the same names in
 * feed-state.schema.json, without entries and outcomes, which are looked up when asked for.
 */
public record FeedSummary(
    FeedStatus status,
    @Nullable String title,
    @Nullable String siteUrl,
    @Nullable String format,
    @Nullable Instant lastFetchAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastChangeAt,
    @Nullable Instant nextFetchAt,
    @Nullable String nextFetchReason,
    @Nullable Integer consecutiveFailures,
    @Nullable LastFailure lastFailure,
    @Nullable List<String> suggestions) {}
