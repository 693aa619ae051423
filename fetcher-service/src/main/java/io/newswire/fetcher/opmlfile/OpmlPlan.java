package io.newswire.fetcher.opmlfile;

import io.newswire.fetcher.opml.OpmlDocument;
import io.newswire.fetcher.opml.OpmlFeed;
import io.newswire.fetcher.subscription.AccessKeyMissingException;
import io.newswire.fetcher.subscription.AccessSeal;
import io.newswire.fetcher.subscription.FeedAccess;
import io.newswire.fetcher.subscription.FeedUrl;
import io.newswire.fetcher.subscription.InvalidFeedUrlException;
import io.newswire.fetcher.subscription.Subscription;
import io.newswire.fetcher.subscription.Subscription.Origin;
import io.newswire.fetcher.subscription.SubscriptionDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an OPML document means for the subscriptions there are.
 *
 * @param put subscriptions to write
 * @param unchanged feeds that are subscribed already and need no change
 * @param listed ids of all feeds that the document lists
 * @param rejected feeds that cannot be polled, and why
 */
public record OpmlPlan(
    List<Subscription> put, int unchanged, Set<String> listed, List<Rejected> rejected) {

  /**
   * A feed that cannot be polled.
   *
   * @param title the title it has in the document
   * @param problem why
   */
  public record Rejected(@Nullable String title, String problem) {}

  /**
   * Compares.
   *
   * @param origin origin of what is new. Where it is the file, a feed that came from it takes over
   *     what the file says of it; a feed that is known otherwise is left as it is
   * @param known finds a subscription by feed id
   */
  public static OpmlPlan of(
      OpmlDocument document,
      Origin origin,
      Function<String, @Nullable Subscription> known,
      AccessSeal seal,
      Instant now) {
    List<Subscription> put = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    List<Rejected> rejected = new ArrayList<>();
    int unchanged = 0;
    for (OpmlFeed feed : document.feeds()) {
      try {
        FeedUrl url = FeedUrl.parse(feed.url());
        if (!listed.add(url.feedId())) {
          continue;
        }
        Subscription before = known.apply(url.feedId());
        if (before == null) {
          put.add(created(feed, url, origin, seal, now));
        } else if (origin == Origin.OPML && before.origin() == Origin.OPML) {
          SubscriptionDraft draft = updated(feed, url, before, seal);
          if (draft.changesAnything()) {
            put.add(draft.build(now));
          } else {
            unchanged++;
          }
        } else {
          unchanged++;
        }
      } catch (InvalidFeedUrlException | AccessKeyMissingException e) {
        rejected.add(new Rejected(feed.title(), String.valueOf(e.getMessage())));
      }
    }
    return new OpmlPlan(List.copyOf(put), unchanged, Set.copyOf(listed), List.copyOf(rejected));
  }

  private static Subscription created(
      OpmlFeed feed, FeedUrl url, Origin origin, AccessSeal seal, Instant now) {
    boolean paused = Boolean.TRUE.equals(feed.paused());
    return new Subscription(
        url.feedId(),
        url.value(),
        feed.title(),
        feed.tags(),
        Boolean.TRUE.equals(feed.fullText()),
        null,
        null,
        paused,
        paused ? "paused in the OPML document" : null,
        sealed(url, seal),
        origin,
        null,
        now,
        now);
  }

  /** The file does not know of a redirect that was adopted: the address stays. */
  private static SubscriptionDraft updated(
      OpmlFeed feed, FeedUrl url, Subscription before, AccessSeal seal) {
    SubscriptionDraft draft = before.draft();
    draft.title(feed.title()).tags(feed.tags());
    draft.fullText(Boolean.TRUE.equals(feed.fullText()));
    if (Boolean.TRUE.equals(feed.paused()) && !before.paused()) {
      draft.paused("paused in the OPML document");
    } else if (Boolean.FALSE.equals(feed.paused()) && before.paused()) {
      draft.resumed();
    }
    if (url.credentials() != null && !isSealed(url, before, seal)) {
      draft.access(sealed(url, seal));
    }
    return draft;
  }

  private static boolean isSealed(FeedUrl url, Subscription before, AccessSeal seal) {
    return before.access() != null && access(url).equals(seal.open(before.id(), before.access()));
  }

  private static @Nullable String sealed(FeedUrl url, AccessSeal seal) {
    FeedAccess access = access(url);
    return access.isEmpty() ? null : seal.seal(url.feedId(), access);
  }

  private static FeedAccess access(FeedUrl url) {
    return FeedAccess.of(url.credentials());
  }
}
