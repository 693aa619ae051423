package io.newswire.fetcher.poll;

import io.newswire.fetcher.http.BasicCredentials;
import io.newswire.fetcher.http.FailureClass;
import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.FetchRequest;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.http.Permit;
import io.newswire.fetcher.http.Purpose;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.AccessKeyMissingException;
import io.newswire.fetcher.subscription.AccessSeal;
import io.newswire.fetcher.subscription.FeedAccess;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One poll of one feed, from the request to what is kept and published. */
final class FeedPoll {

  private static final Logger log = LoggerFactory.getLogger(FeedPoll.class);

  private final FeedHttpClient http;
  private final AccessSeal seal;
  private final FeedReading reading;
  private final FeedSearch search;
  private final PollDecision decision;
  private final PollPublication publication;
  private final PollMetrics metrics;
  private final InstantSource clock;

  FeedPoll(
      FeedHttpClient http,
      AccessSeal seal,
      FeedReading reading,
      FeedSearch search,
      PollDecision decision,
      PollPublication publication,
      PollMetrics metrics,
      InstantSource clock) {
    this.http = http;
    this.seal = seal;
    this.reading = reading;
    this.search = search;
    this.decision = decision;
    this.publication = publication;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Polls.
   *
   * @param permit the site's turn, given back when the request has ended
   * @param slot given back when only pages are left to fetch
   */
  void poll(OwnedFeed feed, Permit permit, PollSlot slot) throws InterruptedException {
    Subscription subscription = feed.subscription();
    FeedState before = feed.state();
    String site = permit.key();
    HttpResult result = ask(subscription, before, permit);
    Finding finding = reading.read(result, before);
    if (feed.mayBeAsked()) {
      finding = search.widen(finding, subscription, before, slot);
    }
    Subscription current = current(feed, subscription);
    PollUpdate update = decision.decide(current, before, finding, site);
    Duration took = finding.result().took();
    metrics.polled(update.outcome(), update.outage(), took);
    boolean kept = publication.publish(feed, current, update, slot);
    log.info(
        "event=polled feed={} outcome={} published={} millis={} next={} kept={}",
        subscription.id(),
        update.outcome(),
        update.published(),
        took.toMillis(),
        update.state().nextFetchAt(),
        kept);
  }

  /** As it was changed while the site was asked, unless that was for another address. */
  private static Subscription current(OwnedFeed feed, Subscription polled) {
    Subscription current = feed.subscription();
    return current.url().equals(polled.url()) ? current : polled;
  }

  private HttpResult ask(Subscription subscription, FeedState before, Permit permit)
      throws InterruptedException {
    URI url = URI.create(subscription.url());
    FeedAccess access;
    BasicCredentials credentials;
    try {
      access = seal.open(subscription.id(), subscription.access());
      credentials = credentials(access);
    } catch (AccessKeyMissingException | IllegalArgumentException e) {
      permit.close();
      return new HttpResult.Failure(
          FailureClass.CLIENT_ERROR,
          String.valueOf(e.getMessage()),
          null,
          url,
          List.of(),
          null,
          clock.instant(),
          Duration.ZERO,
          null);
    }
    // Validators belong to the address they came from.
    boolean same = before.url().equals(subscription.url());
    FetchRequest request =
        new FetchRequest(
            url,
            same ? before.etag() : null,
            same ? before.lastModified() : null,
            before.validatorsUrl() == null ? null : URI.create(before.validatorsUrl()),
            access.headers(),
            credentials,
            Purpose.FEED);
    return http.get(request, permit);
  }

  private static @Nullable BasicCredentials credentials(FeedAccess access) {
    String user = access.user();
    String password = access.password();
    return user == null ? null : new BasicCredentials(user, password == null ? "" : password);
  }
}
