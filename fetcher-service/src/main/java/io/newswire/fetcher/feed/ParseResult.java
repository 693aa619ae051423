package io.newswire.fetcher.feed;

import java.net.URI;
import java.util.List;

/** What a document turned out to be. */
public sealed interface ParseResult {

  /**
   * A feed.
   *
   * @param feed all that could be read
   * @param malformed whether a conforming XML or JSON parser would have rejected it
   * @param problems what was wrong, for people, bounded in number; a well-formed feed may have some
   *     too
   */
  record Parsed(Feed feed, boolean malformed, List<String> problems) implements ParseResult {}

  /**
   * Something else.
   *
   * @param reason what the document is instead, for people
   * @param feedLinks feeds that the document, an HTML page, links to, best first
   */
  record NotAFeed(String reason, List<URI> feedLinks) implements ParseResult {}
}
