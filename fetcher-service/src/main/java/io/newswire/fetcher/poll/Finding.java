package io.newswire.fetcher.poll;

import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.http.HttpResult;
import java.net.URI;
import java.util.List;

/** What a poll found where the feed is expected. */
sealed interface Finding {

  /** Returns how the request ended. */
  HttpResult result();

  /** The site says that nothing has changed (304). */
  record NotModified(HttpResult.Answer result) implements Finding {}

  /** The same bytes as last time, from a site that does not do validators. */
  record SameBody(HttpResult.Answer result) implements Finding {}

  /**
   * A feed.
   *
   * @param result the answer
   * @param feed what it says
   * @param malformed whether a conforming parser would have rejected it
   * @param bodyHash SHA-256 of the body in hex
   */
  record Document(HttpResult.Answer result, Feed feed, boolean malformed, String bodyHash)
      implements Finding {}

  /**
   * Something else.
   *
   * @param result the answer
   * @param reason what it is instead
   * @param feedLinks feeds it links to
   */
  record NotAFeed(HttpResult.Answer result, String reason, List<URI> feedLinks)
      implements Finding {}

  /**
   * Nothing.
   *
   * @param result why
   * @param feedLinks feeds that the error page links to
   */
  record Failed(HttpResult.Failure result, List<URI> feedLinks) implements Finding {}

  /**
   * The site says that it is gone for good (410).
   *
   * @param result what it said
   * @param feedLinks feeds that the error page links to
   */
  record Gone(HttpResult.Failure result, List<URI> feedLinks) implements Finding {}
}
