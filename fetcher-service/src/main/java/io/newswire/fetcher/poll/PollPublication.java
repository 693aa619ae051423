package io.newswire.fetcher.poll;

import io.newswire.fetcher.entry.EntryChange;
import io.newswire.fetcher.entry.EntryDiff;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.publish.FencedException;
import io.newswire.fetcher.publish.NotCommittedException;
import io.newswire.fetcher.publish.RawArticle;
import io.newswire.fetcher.publish.RawArticles;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a poll found together with the state that accounts for it, and only then keeps the
 * state: an entry whose transaction did not come through is found again by the next poll. A poll
 * that found nothing is kept in memory, and written when somebody would miss it.
 */
final class PollPublication {

  private static final Logger log = LoggerFactory.getLogger(PollPublication.class);

  /** Pages of so many bytes are published before more are fetched. */
  private static final long BYTES_PER_TRANSACTION = 4L * 1024 * 1024;

  private final FeedEvents events;
  private final EntryPages pages;
  private final Semaphore pageSlots;
  private final int pagesPerTransaction;
  private final int largestArticle;
  private final Duration stateInterval;
  private final PollMetrics metrics;
  private final InstantSource clock;
  private final RandomGenerator random;

  PollPublication(
      FeedEvents events,
      EntryPages pages,
      Semaphore pageSlots,
      PollProperties properties,
      int largestArticle,
      PollMetrics metrics,
      InstantSource clock,
      RandomGenerator random) {
    this.events = events;
    this.pages = pages;
    this.pageSlots = pageSlots;
    pagesPerTransaction = properties.pagesPerTransaction();
    stateInterval = properties.stateInterval();
    this.largestArticle = largestArticle;
    this.metrics = metrics;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Publishes.
   *
   * @param polled the subscription that the update was decided on
   * @return whether it was kept: false where the feed is no longer owned
   */
  boolean publish(OwnedFeed feed, Subscription polled, PollUpdate update, PollSlot slot)
      throws InterruptedException {
    if (!feed.isOwned()) {
      return false;
    }
    if (!worthWriting(feed, update)) {
      feed.keep(update.state());
      return true;
    }
    try {
      if (feed.subscription().fullText() && update.published() > 0) {
        // Pages take as long as their site's politeness asks: others may poll meanwhile.
        slot.close();
        pageSlots.acquire();
        try {
          write(feed, polled, update, true);
        } finally {
          pageSlots.release();
        }
      } else {
        write(feed, polled, update, false);
      }
      return true;
    } catch (FencedException e) {
      log.debug("event=poll-dropped feed={} reason=not-owned", update.state().feedId());
      return false;
    } catch (NotCommittedException e) {
      log.warn(
          "event=poll-not-published feed={} error={}", update.state().feedId(), e.getMessage());
      feed.keep(tryAgainLater(feed.state(), update.state()));
      return false;
    }
  }

  private boolean worthWriting(OwnedFeed feed, PollUpdate update) {
    Instant written = feed.stateWrittenAt();
    return update.matters(feed.state())
        || wasAskedFor(feed)
        || written == null
        || !clock.instant().isBefore(written.plus(stateInterval));
  }

  /** Who asked for a poll, at whichever instance, waits to see that it took place. */
  private static boolean wasAskedFor(OwnedFeed feed) {
    Instant requested = feed.subscription().fetchRequestedAt();
    Instant last = feed.state().lastFetchAt();
    return requested != null && (last == null || requested.isAfter(last));
  }

  private void write(OwnedFeed feed, Subscription polled, PollUpdate update, boolean withPages)
      throws InterruptedException {
    Traceparent trace = Traceparent.start(random);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    if (update.news() != null) {
      articles(feed, update, update.news(), withPages, trace, records);
    }
    records.add(events.state(update.state(), feed.partition(), clock.instant(), trace));
    // What somebody changed meanwhile stands; the next poll finds the same again.
    if (update.subscription() != null && feed.subscription().equals(polled)) {
      records.add(events.subscription(update.subscription(), feed.partition(), trace));
    }
    commit(feed, records);
    feed.keepWritten(update.state(), clock.instant());
    metrics.stateWritten();
  }

  private void articles(
      OwnedFeed feed,
      PollUpdate update,
      PollUpdate.News news,
      boolean withPages,
      Traceparent trace,
      List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException {
    EntryDiff diff = news.diff();
    FeedState before = feed.state();
    Instant fetchedAt =
        update.state().lastFetchAt() == null ? clock.instant() : update.state().lastFetchAt();
    long bytes = 0;
    for (int i = 0; i < diff.changes().size(); i++) {
      if (records.size() >= pagesPerTransaction && withPages || bytes > BYTES_PER_TRANSACTION) {
        commitPart(feed, before, diff, i, trace, records);
        bytes = 0;
      }
      EntryChange change = diff.changes().get(i);
      EntryPages.Wanted page = withPages ? page(feed, change) : EntryPages.Wanted.NOTHING;
      RawArticle article =
          RawArticles.of(news.source(), change, fetchedAt, page.page(), page.failure());
      ProducerRecord<byte[], byte[]> event = fitting(article, trace);
      records.add(event);
      bytes += event.value().length;
      metrics.published(article.change().wireName());
    }
  }

  /** Pages may take longer than it is certain that the feed is ours. */
  private EntryPages.Wanted page(OwnedFeed feed, EntryChange change) throws InterruptedException {
    if (!feed.mayBeAsked()) {
      throw new NotCommittedException(
          "The group is not heard of, no more pages are fetched",
          new IllegalStateException(),
          false);
    }
    return pages.fetch(change);
  }

  /** What was found so far becomes known; validators wait for the rest. */
  private void commitPart(
      OwnedFeed feed,
      FeedState before,
      EntryDiff diff,
      int published,
      Traceparent trace,
      List<ProducerRecord<byte[], byte[]>> records) {
    FeedStateDraft part = before.draft();
    part.entries = diff.knownAfter(published, before.entries());
    FeedState state = part.build();
    records.add(events.state(state, feed.partition(), clock.instant(), trace));
    commit(feed, records);
    feed.keepWritten(state, clock.instant());
    records.clear();
  }

  /** What is too large for Kafka goes without its page, and if need be without its content. */
  private ProducerRecord<byte[], byte[]> fitting(RawArticle article, Traceparent trace) {
    ProducerRecord<byte[], byte[]> event = events.rawArticle(article, trace);
    if (event.value().length > largestArticle && article.page() != null) {
      event = events.rawArticle(RawArticles.withoutPage(article), trace);
    }
    if (event.value().length > largestArticle) {
      log.warn("event=entry-too-large article={} published=summary", article.entryId());
      event = events.rawArticle(RawArticles.withoutContent(article), trace);
    }
    return event;
  }

  private static void commit(OwnedFeed feed, List<ProducerRecord<byte[], byte[]>> records) {
    try {
      feed.write(List.copyOf(records)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static FeedState tryAgainLater(FeedState before, FeedState after) {
    FeedStateDraft draft = before.draft();
    if (!before.url().equals(after.url())) {
      draft.moveTo(after.url());
    }
    draft.lastFetchAt = after.lastFetchAt();
    draft.nextFetchAt = after.nextFetchAt();
    draft.nextFetchReason = after.nextFetchReason();
    return draft.build();
  }
}
