package io.newswire.fetcher.poll;

import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.schedule.PermanentRedirects;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.state.PermanentRedirect;
import io.newswire.fetcher.subscription.FeedUrl;
import io.newswire.fetcher.subscription.InvalidFeedUrlException;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Works the permanent redirects of a feed into its state, and its address once they have lasted.
 */
final class AddressAdoption {

  private final PermanentRedirects redirects;

  AddressAdoption(PermanentRedirects redirects) {
    this.redirects = redirects;
  }

  /**
   * Notes the redirects of an answer, and moves the state where they are to be taken for good.
   *
   * @return the subscription with its new address, or null where it stays
   */
  @Nullable Subscription of(
      Subscription subscription, FeedStateDraft next, HttpResult.Answer answer) {
    PermanentRedirect seen = next.permanentRedirect;
    PermanentRedirects.Observing observed =
        seen == null
            ? null
            : new PermanentRedirects.Observing(
                URI.create(seen.url()), seen.firstSeenAt(), seen.count());
    return switch (redirects.judge(observed, answer.redirects())) {
      case PermanentRedirects.Stay stay -> {
        next.permanentRedirect = null;
        yield null;
      }
      case PermanentRedirects.Observing now -> {
        next.permanentRedirect =
            new PermanentRedirect(now.url().toString(), now.firstSeenAt(), now.count());
        yield null;
      }
      case PermanentRedirects.Adopt adopt -> moved(subscription, next, adopt.url(), answer.at());
    };
  }

  private static @Nullable Subscription moved(
      Subscription subscription, FeedStateDraft next, URI to, Instant at) {
    try {
      String url = FeedUrl.parse(to.toString()).value();
      next.moveTo(url);
      return subscription.draft().url(url).build(at);
    } catch (InvalidFeedUrlException e) {
      // Where it leads is no address to poll: the old one, which still redirects, stays.
      next.permanentRedirect = null;
      return null;
    }
  }
}
