package io.newswire.fetcher.poll;

import io.newswire.fetcher.feed.FeedDocument;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.feed.ParseResult;
import io.newswire.fetcher.http.page.PageFetcher;
import io.newswire.fetcher.http.page.PageResult;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * Looks on the site's own page for a feed that is not where it was (404, 410, or a page instead),
 * and where the page that was found names none. The site is asked as for any other page: when it is
 * its turn, and as its robots.txt allows. Once when the feed is missed first, and now and then
 * while it stays away.
 */
final class FeedSearch {

  private static final Set<Integer> MISSING = Set.of(404, 410);

  /** A feed that fails for weeks is polled daily: its site is looked at about once a week. */
  private static final int EVERY = 8;

  private final PageFetcher pages;
  private final FeedParser parser;
  private final Semaphore pageSlots;

  /**
   * Puts it together.
   *
   * @param pageSlots how many feeds' pages are fetched at one time, those of entries included
   */
  FeedSearch(PageFetcher pages, FeedParser parser, Semaphore pageSlots) {
    this.pages = pages;
    this.parser = parser;
    this.pageSlots = pageSlots;
  }

  /**
   * Returns the finding with the feeds that the site links to, where it is one that misses the
   * feed. Where as many pages are being fetched as may be, it is left out: many feeds may be
   * missing at once, and nothing waits for this.
   *
   * @param slot given back before the site is asked
   */
  Finding widen(Finding finding, Subscription subscription, FeedState before, PollSlot slot)
      throws InterruptedException {
    if (!isMissing(finding) || before.consecutiveFailures() % EVERY != 0) {
      return finding;
    }
    if (!pageSlots.tryAcquire()) {
      return finding;
    }
    try {
      slot.close();
      return widened(finding, subscription, before);
    } finally {
      pageSlots.release();
    }
  }

  private Finding widened(Finding finding, Subscription subscription, FeedState before)
      throws InterruptedException {
    List<URI> found =
        links(site(subscription, before)).stream()
            .filter(link -> !link.toString().equals(subscription.url()))
            .toList();
    return switch (finding) {
      case Finding.NotAFeed other -> new Finding.NotAFeed(other.result(), other.reason(), found);
      case Finding.Failed failed -> new Finding.Failed(failed.result(), found);
      case Finding.Gone gone -> new Finding.Gone(gone.result(), found);
      default -> finding;
    };
  }

  private static boolean isMissing(Finding finding) {
    return switch (finding) {
      case Finding.NotAFeed other -> other.feedLinks().isEmpty();
      case Finding.Failed failed ->
          failed.feedLinks().isEmpty()
              && failed.result().status() != null
              && MISSING.contains(failed.result().status());
      case Finding.Gone gone -> gone.feedLinks().isEmpty();
      case Finding.NotModified same -> false;
      case Finding.SameBody same -> false;
      case Finding.Document document -> false;
    };
  }

  /** The site that the feed named while it was there, else the front page of its own. */
  private static String site(Subscription subscription, FeedState before) {
    return before.siteUrl() != null
        ? before.siteUrl()
        : URI.create(subscription.url()).resolve("/").toString();
  }

  private List<URI> links(String site) throws InterruptedException {
    if (!(pages.fetch(site) instanceof PageResult.Page page)) {
      return List.of();
    }
    String type = page.contentType();
    FeedDocument document =
        new FeedDocument(
            page.body(), page.url(), type == null ? Map.of() : Map.of("content-type", type));
    return switch (parser.parse(document)) {
      case ParseResult.NotAFeed html -> html.feedLinks();
      case ParseResult.Parsed feed -> List.of(page.url());
    };
  }
}
