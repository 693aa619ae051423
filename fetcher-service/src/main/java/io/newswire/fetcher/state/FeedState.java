package io.newswire.fetcher.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a feed after its last poll, the value of the feed states topic
 * (feed-state.schema.json).
 *
 * @param feedId feed id
 * @param url the address that the validators and the body hash belong to
 * @param status how it is
 * @param etag ETag byte for byte as received
 * @param lastModified Last-Modified byte for byte as received
 * @param validatorsUrl the address that the validators came from, where it is not {@code url}
 * @param bodyHash SHA-256 of the decoded body, in hex
 * @param format format of the last document
 * @param malformed whether a conforming parser would have rejected it
 * @param title the feed's own title
 * @param siteUrl the site it belongs to
 * @param lastFetchAt when it was last polled
 * @param lastSuccessAt when it last answered with a feed or with 304
 * @param lastChangeAt when a new or changed entry was last found
 * @param nextFetchAt when it will be polled next
 * @param nextFetchReason why then
 * @param intervalSeconds the interval in force
 * @param consecutiveFailures failed polls since the last success
 * @param lastFailure the newest failure
 * @param permanentRedirect a redirect that is being observed
 * @param suggestions feed addresses found where the feed was expected
 * @param outcomes the last polls, newest first, at most ten
 * @param changes moments of change that the interval is learned from, newest first, at most twenty
 * @param hints what the last document says about how often to ask
 * @param entries known entries, most recently seen first
 */
public record FeedState(
    String feedId,
    String url,
    FeedStatus status,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable String validatorsUrl,
    @Nullable String bodyHash,
    @Nullable String format,
    @Nullable Boolean malformed,
    @Nullable String title,
    @Nullable String siteUrl,
    @Nullable Instant lastFetchAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastChangeAt,
    Instant nextFetchAt,
    @Nullable String nextFetchReason,
    @Nullable Long intervalSeconds,
    int consecutiveFailures,
    @Nullable LastFailure lastFailure,
    @Nullable PermanentRedirect permanentRedirect,
    @Nullable List<String> suggestions,
    List<PollRecord> outcomes,
    List<Instant> changes,
    @Nullable StoredHints hints,
    KnownEntries entries) {

  private static final int OUTCOMES = 10;

  public FeedState {
    outcomes = RecentPolls.of(outcomes == null ? List.of() : outcomes);
    suggestions = suggestions == null ? null : List.copyOf(suggestions);
    changes = Moments.of(changes == null ? List.of() : changes);
    nextFetchReason = nextFetchReason == null ? null : nextFetchReason.intern();
    format = format == null ? null : format.intern();
    entries = entries == null ? KnownEntries.NONE : entries;
  }

  /** Returns the state of a feed that was never polled. */
  public static FeedState pending(String feedId, String url, Instant nextFetchAt) {
    FeedStateDraft draft = new FeedStateDraft(feedId, url, nextFetchAt);
    draft.nextFetchReason = "first poll";
    return draft.build();
  }

  /** Returns whether all is there that a feed cannot be polled without. */
  public boolean isComplete() {
    return feedId != null && url != null && status != null && nextFetchAt != null;
  }

  /** Returns a copy to change. */
  public FeedStateDraft draft() {
    return new FeedStateDraft(this);
  }

  /** Returns the last polls with one more in front. */
  List<PollRecord> outcomesWith(PollRecord poll) {
    List<PollRecord> polls = new ArrayList<>(OUTCOMES);
    polls.add(poll);
    polls.addAll(outcomes.subList(0, Math.min(outcomes.size(), OUTCOMES - 1)));
    return polls;
  }
}
