package io.newswire.fetcher.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed's state while the outcome of a poll is worked into it: a plain structure that never
 * outlives that, so its fields are open. {@link #build} makes the next state of it.
 */
public final class FeedStateDraft {

  private final String feedId;
  public String url;
  public FeedStatus status;
  public @Nullable String etag;
  public @Nullable String lastModified;
  public @Nullable String validatorsUrl;
  public @Nullable String bodyHash;
  public @Nullable String format;
  public @Nullable Boolean malformed;
  public @Nullable String title;
  public @Nullable String siteUrl;
  public @Nullable Instant lastFetchAt;
  public @Nullable Instant lastSuccessAt;
  public @Nullable Instant lastChangeAt;
  public Instant nextFetchAt;
  public @Nullable String nextFetchReason;
  public @Nullable Long intervalSeconds;
  public int consecutiveFailures;
  public @Nullable LastFailure lastFailure;
  public @Nullable PermanentRedirect permanentRedirect;
  public @Nullable List<String> suggestions;
  private List<PollRecord> outcomes;
  public List<Instant> changes;
  public @Nullable StoredHints hints;
  public KnownEntries entries;

  FeedStateDraft(String feedId, String url, Instant nextFetchAt) {
    this.feedId = feedId;
    this.url = url;
    this.nextFetchAt = nextFetchAt;
    status = FeedStatus.PENDING;
    outcomes = List.of();
    changes = List.of();
    entries = KnownEntries.NONE;
  }

  FeedStateDraft(FeedState from) {
    feedId = from.feedId();
    url = from.url();
    status = from.status();
    etag = from.etag();
    lastModified = from.lastModified();
    validatorsUrl = from.validatorsUrl();
    bodyHash = from.bodyHash();
    format = from.format();
    malformed = from.malformed();
    title = from.title();
    siteUrl = from.siteUrl();
    lastFetchAt = from.lastFetchAt();
    lastSuccessAt = from.lastSuccessAt();
    lastChangeAt = from.lastChangeAt();
    nextFetchAt = from.nextFetchAt();
    nextFetchReason = from.nextFetchReason();
    intervalSeconds = from.intervalSeconds();
    consecutiveFailures = from.consecutiveFailures();
    lastFailure = from.lastFailure();
    permanentRedirect = from.permanentRedirect();
    suggestions = from.suggestions();
    outcomes = from.outcomes();
    changes = from.changes();
    hints = from.hints();
    entries = from.entries();
  }

  /** Adds a poll to the outcomes. */
  public void polled(PollRecord poll) {
    lastFetchAt = poll.at();
    outcomes = build().outcomesWith(poll);
  }

  /** Forgets what only the old address could have said. */
  public void moveTo(String newUrl) {
    url = newUrl;
    etag = null;
    lastModified = null;
    validatorsUrl = null;
    bodyHash = null;
    permanentRedirect = null;
  }

  /** Returns the state. */
  public FeedState build() {
    return new FeedState(
        feedId,
        url,
        status,
        etag,
        lastModified,
        validatorsUrl,
        bodyHash,
        format,
        malformed,
        title,
        siteUrl,
        lastFetchAt,
        lastSuccessAt,
        lastChangeAt,
        nextFetchAt,
        nextFetchReason,
        intervalSeconds,
        consecutiveFailures,
        lastFailure,
        permanentRedirect,
        suggestions,
        outcomes,
        changes,
        hints,
        entries);
  }
}
