package io.newswire.fetcher.api;

import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.feed.FeedDocument;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.feed.ParseResult;
import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.FetchRequest;
import io.newswire.fetcher.http.HttpResult;
import io.newswire.fetcher.http.Purpose;
import io.newswire.fetcher.subscription.FeedUrl;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds the feeds of a site: asks for the page, within the limits that hold for every request. */
@RestController
class DiscoveryController {

  private final FeedHttpClient http;
  private final FeedParser parser;

  DiscoveryController(FeedHttpClient http, FeedParser parser) {
    this.http = http;
    this.parser = parser;
  }

  /** The address of a site. */
  record Site(@Nullable String url) {}

  /**
   * A feed that was found.
   *
   * @param url its address
   * @param title its title where it was read
   * @param format its format where it was read
   */
  record Found(String url, @Nullable String title, @Nullable String format) {}

  /** What a site has. */
  record Discovered(String url, List<Found> feeds) {}

  @PostMapping("/api/v1/discover")
  Discovered discover(@RequestBody Site site) throws InterruptedException {
    if (site.url() == null) {
      throw ApiException.badRequest("url: it is missing");
    }
    FeedUrl url = FeedUrl.parse(site.url());
    return switch (http.get(FetchRequest.of(url.uri(), Purpose.PAGE))) {
      case HttpResult.Answer answer -> discovered(answer);
      case HttpResult.Failure failure ->
          throw new ApiException(
              HttpStatus.BAD_GATEWAY,
              "The site did not answer with a page (%s): %s"
                  .formatted(failure.failureClass().wireName(), failure.message()));
    };
  }

  private Discovered discovered(HttpResult.Answer answer) {
    URI url = answer.finalUrl();
    FeedDocument document = new FeedDocument(answer.body(), url, answer.headers());
    List<Found> feeds =
        switch (parser.parse(document)) {
          case ParseResult.Parsed parsed -> List.of(found(url, parsed.feed()));
          case ParseResult.NotAFeed page ->
              page.feedLinks().stream()
                  .map(link -> new Found(link.toString(), null, null))
                  .toList();
        };
    return new Discovered(url.toString(), feeds);
  }

  private static Found found(URI url, Feed feed) {
    return new Found(
        url.toString(), feed.title() == null ? null : feed.title().value(), feed.format());
  }
}
