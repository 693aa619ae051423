package io.newswire.fetcher.poll;

import io.newswire.fetcher.feed.FeedDocument;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.feed.ParseResult;
import io.newswire.fetcher.hash.Sha256;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.state.FeedState;
import java.net.URI;
import java.util.List;

/** Tells what an HTTP result is to a feed of which a state is known. */
final class FeedReading {

  private final FeedParser parser;

  FeedReading(FeedParser parser) {
    this.parser = parser;
  }

  Finding read(HttpResult result, FeedState state) {
    return switch (result) {
      case HttpResult.Answer answer when answer.isNotModified() -> new Finding.NotModified(answer);
      case HttpResult.Answer answer -> document(answer, state);
      case HttpResult.Failure failure when failure.isGone() ->
          new Finding.Gone(failure, linksOfErrorPage(failure));
      case HttpResult.Failure failure -> new Finding.Failed(failure, linksOfErrorPage(failure));
    };
  }

  private Finding document(HttpResult.Answer answer, FeedState state) {
    String hash = Sha256.hex(answer.body());
    boolean wasFeed = state.lastSuccessAt() != null && state.consecutiveFailures() == 0;
    if (wasFeed && hash.equals(state.bodyHash())) {
      return new Finding.SameBody(answer);
    }
    return switch (parser.parse(document(answer))) {
      case ParseResult.Parsed parsed ->
          new Finding.Document(answer, parsed.feed(), parsed.malformed(), hash);
      case ParseResult.NotAFeed other ->
          new Finding.NotAFeed(answer, other.reason(), other.feedLinks());
    };
  }

  private List<URI> linksOfErrorPage(HttpResult.Failure failure) {
    HttpResult.Answer page = failure.answer();
    if (page == null || page.body().length == 0) {
      return List.of();
    }
    return parser.parse(document(page)) instanceof ParseResult.NotAFeed other
        ? other.feedLinks()
        : List.of();
  }

  private static FeedDocument document(HttpResult.Answer answer) {
    return new FeedDocument(answer.body(), answer.finalUrl(), answer.headers());
  }
}
