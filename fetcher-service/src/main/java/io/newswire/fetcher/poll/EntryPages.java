package io.newswire.fetcher.poll;

import io.newswire.fetcher.entry.EntryChange;
import io.newswire.fetcher.http.page.PageFetcher;
import io.newswire.fetcher.http.page.PageResult;
import io.newswire.fetcher.publish.RawArticle;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pages of entries whose subscription asks for full text. */
final class EntryPages {

  /** A page, why there is none, or nothing where none is wanted. */
  record Wanted(RawArticle.@Nullable Page page, @Nullable String failure) {

    static final Wanted NOTHING = new Wanted(null, null);

    int size() {
      return page == null ? 0 : page.body().length;
    }
  }

  private final PageFetcher pages;
  private final PollMetrics metrics;
  private final InstantSource clock;

  EntryPages(PageFetcher pages, PollMetrics metrics, InstantSource clock) {
    this.pages = pages;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Fetches the page of what appeared; a page that cannot be had holds nothing back. */
  Wanted fetch(EntryChange change) throws InterruptedException {
    if (!(change instanceof EntryChange.Appeared appeared)) {
      return Wanted.NOTHING;
    }
    String link = appeared.entry().link();
    if (link == null) {
      return new Wanted(null, "the entry has no link");
    }
    if (appeared.sharedLink()) {
      return new Wanted(null, "the entry's link is not its own");
    }
    return switch (pages.fetch(link)) {
      case PageResult.Page page -> {
        metrics.page("fetched");
        yield new Wanted(
            new RawArticle.Page(
                page.url().toString(), page.contentType(), page.body(), clock.instant()),
            null);
      }
      case PageResult.PageFailure failure -> {
        metrics.page(failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        yield new Wanted(null, failure.message());
      }
    };
  }
}
