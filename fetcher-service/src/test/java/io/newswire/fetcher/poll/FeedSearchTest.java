package io.newswire.fetcher.poll;

import static io.newswire.fetcher.subscription.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.feed.FeedLimits;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.FetchRequest;
import io.newswire.fetcher.http.Purpose;
import io.newswire.fetcher.http.ScriptedServer;
import io.newswire.fetcher.http.TestClients;
import io.newswire.fetcher.http.page.PageFetcher;
import io.newswire.fetcher.http.page.Robots;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedSearchTest {

  private static final Map<String, String> HTML = Map.of("Content-Type", "text/html");
  private static final String LINK =
      "<html><link rel=alternate type=application/rss+xml href=/news.xml>"
          + "<link rel=alternate type=application/rss+xml href=/feed></html>";

  private final ScriptedServer site = ScriptedServer.start();
  private final FeedHttpClient http = TestClients.client();
  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT);
  private final FeedReading reading = new FeedReading(parser);
  private final Semaphore slots = new Semaphore(0);
  private final Semaphore pageSlots = new Semaphore(1);
  private final FeedSearch search =
      new FeedSearch(
          new PageFetcher(
              http,
              new Robots(
                  http,
                  InstantSource.system(),
                  10,
                  Duration.ofHours(1),
                  Duration.ofHours(1),
                  Duration.ofSeconds(5)),
              Duration.ofSeconds(5)),
          parser,
          pageSlots);
  private final String url = site.url("/feed").toString();
  private final Subscription subscription = subscription(url, Instant.EPOCH);
  private final FeedStateDraft before =
      FeedState.pending(subscription.id(), url, Instant.EPOCH).draft();

  @AfterEach
  void close() {
    http.close();
    site.close();
  }

  private List<URI> found() throws InterruptedException {
    FeedState state = before.build();
    Finding finding =
        reading.read(http.get(FetchRequest.of(site.url("/feed"), Purpose.FEED)), state);
    Finding widened = search.widen(finding, subscription, state, new PollSlot(slots));
    return switch (widened) {
      case Finding.Failed failed -> failed.feedLinks();
      case Finding.Gone gone -> gone.feedLinks();
      case Finding.NotAFeed other -> other.feedLinks();
      default -> throw new AssertionError(widened);
    };
  }

  @Test
  void theFrontPageSaysWhereAMissingFeedIs() throws InterruptedException {
    site.on("/feed", 404, HTML, "<html>nothing here</html>").on("/", 200, HTML, LINK);

    assertThat(found()).containsExactly(site.url("/news.xml"));
    assertThat(slots.availablePermits()).isEqualTo(1);
  }

  @Test
  void theSiteThatTheFeedNamedIsAskedRatherThanTheFrontPage() throws InterruptedException {
    before.siteUrl = site.url("/blog/").toString();
    site.on("/feed", 200, HTML, "<html>a page</html>").on("/blog/", 200, HTML, LINK);

    assertThat(found()).containsExactly(site.url("/news.xml"));
    assertThat(site.requests("/")).isEmpty();
  }

  @Test
  void robotsTxtIsKeptTo() throws InterruptedException {
    site.on("/feed", 410, HTML, "<html>gone</html>")
        .on("/", 200, HTML, LINK)
        .on("/robots.txt", 200, Map.of(), "User-agent: *\nDisallow: /\n");

    assertThat(found()).isEmpty();
    assertThat(site.requests("/")).isEmpty();
  }

  @Test
  void aPageThatNamesFeedsItselfIsEnough() throws InterruptedException {
    site.on("/feed", 404, HTML, LINK);

    assertThat(found()).contains(site.url("/news.xml"));
    assertThat(site.requests()).hasSize(1);
  }

  @Test
  void nothingWaitsForAPlaceAmongThePagesThatAreFetched() throws InterruptedException {
    site.on("/feed", 404, HTML, "<html>nothing here</html>").on("/", 200, HTML, LINK);
    pageSlots.acquire();

    assertThat(found()).isEmpty();
    assertThat(site.requests("/")).isEmpty();
    assertThat(slots.availablePermits()).isZero();

    pageSlots.release();
    assertThat(found()).containsExactly(site.url("/news.xml"));
    assertThat(pageSlots.availablePermits()).isEqualTo(1);
  }

  @Test
  void aSiteIsNotAskedAtEveryFailureNorForOtherFailures() throws InterruptedException {
    site.on("/feed", 404, HTML, "<html>nothing here</html>").on("/", 200, HTML, LINK);
    before.consecutiveFailures = 3;
    assertThat(found()).isEmpty();

    before.consecutiveFailures = 0;
    site.on("/feed", 500, HTML, "<html>broken</html>");
    assertThat(found()).isEmpty();

    assertThat(site.requests("/")).isEmpty();
    assertThat(slots.availablePermits()).isZero();
  }
}
