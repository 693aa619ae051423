package io.newswire.fetcher.poll;

import io.newswire.fetcher.entry.EntryDiff;
import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.feed.UpdateHints;
import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.publish.RawArticle;
import io.newswire.fetcher.schedule.FeedHabit;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.schedule.Freshness;
import io.newswire.fetcher.schedule.NextFetch;
import io.newswire.fetcher.schedule.OutageDetector;
import io.newswire.fetcher.schedule.PermanentRedirects;
import io.newswire.fetcher.schedule.PollOutcome;
import io.newswire.fetcher.schedule.PublisherHints;
import io.newswire.fetcher.schedule.Silence;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.state.FeedStatus;
import io.newswire.fetcher.state.LastFailure;
import io.newswire.fetcher.state.PollRecord;
import io.newswire.fetcher.state.StoredHints;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what a poll's finding means: every outcome is mapped to state and next fetch here. */
final class PollDecision {

  private static final int SUGGESTIONS = 10;

  private final FeedSchedule schedule;
  private final AddressAdoption adoption;
  private final Silence silence;
  private final OutageDetector outages;
  private final int keepEntries;

  PollDecision(
      FeedSchedule schedule,
      PermanentRedirects redirects,
      Silence silence,
      OutageDetector outages,
      int keepEntries) {
    this.schedule = schedule;
    adoption = new AddressAdoption(redirects);
    this.silence = silence;
    this.outages = outages;
    this.keepEntries = keepEntries;
  }

  /**
   * Decides.
   *
   * @param site the site as the outage detector counts it
   */
  PollUpdate decide(Subscription subscription, FeedState before, Finding finding, String site) {
    FeedStateDraft next = before.draft();
    if (!before.url().equals(subscription.url())) {
      next.moveTo(subscription.url());
    }
    return switch (finding) {
      case Finding.NotModified same -> {
        next.etag = orKept(same.result().header("etag"), next.etag);
        next.lastModified = orKept(same.result().header("last-modified"), next.lastModified);
        yield answered(subscription, before, next, same.result(), "not-modified", null, site);
      }
      case Finding.SameBody same -> {
        takeValidators(next, same.result());
        yield answered(subscription, before, next, same.result(), "unchanged", null, site);
      }
      case Finding.Document document -> document(subscription, before, next, document, site);
      case Finding.NotAFeed other -> {
        if (!other.feedLinks().isEmpty()) {
          next.suggestions = suggestions(other.feedLinks());
        }
        HttpResult.Answer answer = other.result();
        LastFailure failure =
            new LastFailure(
                FailureClass.NOT_A_FEED.wireName(), other.reason(), answer.status(), answer.at());
        outages.record(site, null, wasFine(before));
        yield failed(subscription, before, next, answer, FailureClass.NOT_A_FEED, failure, false);
      }
      case Finding.Failed failed -> {
        HttpResult.Failure failure = failed.result();
        FailureClass kind = failure.failureClass();
        boolean outage = outages.record(site, kind, wasFine(before));
        if (!failed.feedLinks().isEmpty()) {
          next.suggestions = suggestions(failed.feedLinks());
        }
        LastFailure last =
            new LastFailure(kind.wireName(), failure.message(), failure.status(), failure.at());
        yield failed(subscription, before, next, failure, kind, last, outage);
      }
      case Finding.Gone gone -> gone(subscription, before, next, gone, site);
    };
  }

  private PollUpdate document(
      Subscription subscription,
      FeedState before,
      FeedStateDraft next,
      Finding.Document document,
      String site) {
    Feed feed = document.feed();
    Instant at = document.result().at();
    EntryDiff diff = EntryDiff.of(feed, before.entries(), at, keepEntries);
    takeValidators(next, document.result());
    next.bodyHash = document.bodyHash();
    next.format = feed.format();
    next.malformed = document.malformed();
    next.title = feed.title() == null ? null : feed.title().value();
    next.siteUrl = feed.link();
    next.hints = StoredHints.of(hints(feed.hints(), document.result()));
    next.changes = Changes.of(feed, diff, before.changes(), at);
    next.entries = diff.known();
    if (!diff.changes().isEmpty()) {
      next.lastChangeAt = at;
    }
    PollUpdate.News news = new PollUpdate.News(source(subscription, feed), diff);
    String outcome = diff.changes().isEmpty() ? "unchanged" : "changed";
    return answered(subscription, before, next, document.result(), outcome, news, site);
  }

  private PollUpdate answered(
      Subscription subscription,
      FeedState before,
      FeedStateDraft next,
      HttpResult.Answer answer,
      String outcome,
      PollUpdate.@Nullable News news,
      String site) {
    outages.record(site, null, wasFine(before));
    next.lastSuccessAt = answer.at();
    next.suggestions = null;
    next.status = silence.isSilent(next.changes) ? FeedStatus.SILENT : FeedStatus.OK;
    PublisherHints hints = StoredHints.restored(next.hints);
    if (Freshness.isSaid(answer.headers())) {
      // What a 304 says replaces what came with the document (RFC 9111, 4.3.4).
      hints = hints.withFreshFor(Freshness.of(answer.headers(), answer.at()));
    }
    plan(
        next,
        schedule.next(
            new PollOutcome.Answered(hints, answer.retryAfter()), habit(subscription, next)));
    Integer entries = news == null ? null : news.diff().entries();
    Integer published = news == null ? null : news.diff().changes().size();
    next.polled(
        new PollRecord(
            answer.at(), outcome, answer.status(), entries, published, answer.took().toMillis()));
    Subscription moved = adoption.of(subscription, next, answer);
    return new PollUpdate(outcome, next.build(), news, moved, false);
  }

  private PollUpdate failed(
      Subscription subscription,
      FeedState before,
      FeedStateDraft next,
      HttpResult result,
      FailureClass kind,
      LastFailure failure,
      boolean outage) {
    if (!outage) {
      next.status = kind == FailureClass.NOT_A_FEED ? FeedStatus.NOT_A_FEED : FeedStatus.FAILING;
      next.lastFailure = failure;
    }
    plan(
        next,
        schedule.next(
            new PollOutcome.Failed(
                kind, StoredHints.restored(next.hints), result.retryAfter(), outage),
            habit(subscription, next)));
    next.polled(
        new PollRecord(
            result.at(),
            kind.wireName(),
            failure.httpStatus(),
            null,
            null,
            result.took().toMillis()));
    return new PollUpdate(kind.wireName(), next.build(), null, null, outage);
  }

  private PollUpdate gone(
      Subscription subscription,
      FeedState before,
      FeedStateDraft next,
      Finding.Gone gone,
      String site) {
    HttpResult.Failure failure = gone.result();
    outages.record(site, null, wasFine(before));
    String kind = failure.failureClass().wireName();
    next.status = FeedStatus.GONE;
    if (!gone.feedLinks().isEmpty()) {
      next.suggestions = suggestions(gone.feedLinks());
    }
    next.lastFailure = new LastFailure(kind, failure.message(), failure.status(), failure.at());
    plan(next, schedule.next(new PollOutcome.Gone(), habit(subscription, next)));
    next.polled(
        new PollRecord(
            failure.at(), kind, failure.status(), null, null, failure.took().toMillis()));
    Subscription paused = subscription.draft().paused("410 Gone").build(failure.at());
    return new PollUpdate(kind, next.build(), null, paused, false);
  }

  private static void plan(FeedStateDraft next, NextFetch fetch) {
    next.nextFetchAt = fetch.at().truncatedTo(ChronoUnit.SECONDS);
    next.nextFetchReason = fetch.reason();
    next.intervalSeconds = fetch.interval().toSeconds();
    next.consecutiveFailures = fetch.consecutiveFailures();
  }

  private static FeedHabit habit(Subscription subscription, FeedStateDraft next) {
    return new FeedHabit(
        next.changes,
        next.consecutiveFailures,
        seconds(subscription.minIntervalSeconds()),
        seconds(subscription.maxIntervalSeconds()));
  }

  private static RawArticle.Source source(Subscription subscription, Feed feed) {
    String own = feed.title() == null ? null : feed.title().value();
    return new RawArticle.Source(
        subscription.id(),
        subscription.url(),
        subscription.title() != null ? subscription.title() : own,
        feed.link(),
        feed.language(),
        feed.format(),
        subscription.tags());
  }

  private static PublisherHints hints(UpdateHints hints, HttpResult.Answer answer) {
    return new PublisherHints(
        Freshness.of(answer.headers(), answer.at()),
        hints.ttl(),
        hints.updatePeriod(),
        hints.skipHours(),
        hints.skipDays());
  }

  private static void takeValidators(FeedStateDraft next, HttpResult.Answer answer) {
    next.etag = answer.header("etag");
    next.lastModified = answer.header("last-modified");
    String from = answer.finalUrl().toString();
    next.validatorsUrl = from.equals(next.url) ? null : from;
  }

  /** A feed that never answered says nothing about our network when it fails again. */
  private static boolean wasFine(FeedState before) {
    return before.lastSuccessAt() != null && before.consecutiveFailures() == 0;
  }

  private static @Nullable String orKept(@Nullable String received, @Nullable String kept) {
    return received != null ? received : kept;
  }

  private static @Nullable List<String> suggestions(List<URI> links) {
    return links.isEmpty() ? null : links.stream().limit(SUGGESTIONS).map(URI::toString).toList();
  }

  private static @Nullable Duration seconds(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }
}
