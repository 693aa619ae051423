package io.newswire.fetcher.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.http.FeedHttpClient;
import io.newswire.fetcher.http.ScriptedServer;
import io.newswire.fetcher.http.TestClients;
import io.newswire.fetcher.http.page.PageResult.Page;
import io.newswire.fetcher.http.page.PageResult.PageFailure;
import io.newswire.fetcher.http.page.PageResult.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {

  private Instant now = Instant.parse("2026-10-02T10:00:00Z");
  private final ScriptedServer server = ScriptedServer.start();
  private final FeedHttpClient client = TestClients.client();
  private final Robots robots =
      new Robots(
          client, () -> now, 100, Duration.ofHours(24), Duration.ofHours(1), Duration.ofSeconds(5));
  private final PageFetcher pages = new PageFetcher(client, robots, Duration.ofSeconds(5));

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private void page(String target) {
    server.on(target, 200, Map.of("Content-Type", "text/html; charset=koi8-r"), "<p>hello");
  }

  private void robots(String text) {
    server.on("/robots.txt", 200, Map.of("Content-Type", "text/plain"), text);
  }

  private PageResult get(String target) throws InterruptedException {
    return pages.fetch(server.url(target).toString());
  }

  private Reason reason(String target) throws InterruptedException {
    PageResult result = get(target);
    assertThat(result).isInstanceOf(PageFailure.class);
    return ((PageFailure) result).reason();
  }

  @Test
  void aPageComesWithItsBytesItsTypeAndItsAddress() throws Exception {
    server.on("/a", ScriptedServer.redirect(302, "/b"));
    page("/b");

    PageResult result = get("/a");

    assertThat(result).isInstanceOf(Page.class);
    assertThat(((Page) result).contentType()).isEqualTo("text/html; charset=koi8-r");
    assertThat(((Page) result).url()).isEqualTo(server.url("/b"));
    assertThat(((Page) result).body()).asString().isEqualTo("<p>hello");
    assertThat(server.requests("/b").getFirst().header("accept")).startsWith("text/html");
  }

  @Test
  void aDisallowedPageIsNotAskedFor() throws Exception {
    robots("User-agent: *\nDisallow: /private\n");
    page("/private/a");
    page("/public");

    assertThat(reason("/private/a")).isEqualTo(Reason.ROBOTS);
    assertThat(get("/public")).isInstanceOf(Page.class);
    assertThat(server.requests("/private/a")).isEmpty();
    assertThat(server.requests("/robots.txt")).hasSize(1);
  }

  @Test
  void rulesForUsComeBeforeRulesForAll() throws Exception {
    robots("User-agent: Newswire\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n");
    page("/a");
    page("/b");

    assertThat(reason("/a")).isEqualTo(Reason.ROBOTS);
    assertThat(get("/b")).isInstanceOf(Page.class);
  }

  @Test
  void aRedirectToADisallowedPageIsNotFollowed() throws Exception {
    robots("User-agent: *\nDisallow: /private\n");
    server.on("/a", ScriptedServer.redirect(302, "/private"));
    page("/private");

    assertThat(reason("/a")).isEqualTo(Reason.ROBOTS);
    assertThat(server.requests("/private")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void aSiteWithoutRulesAllowsEverything(int status) throws Exception {
    server.on("/robots.txt", status, Map.of(), "Disallow: /");
    page("/a");

    assertThat(get("/a")).isInstanceOf(Page.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aSiteWhoseRulesCannotBeHadIsLeftAloneForAWhile(int status) throws Exception {
    server.on("/robots.txt", status, Map.of(), "");
    page("/a");

    assertThat(reason("/a")).isEqualTo(Reason.ROBOTS);
    assertThat(reason("/a")).isEqualTo(Reason.ROBOTS);
    assertThat(server.requests()).hasSize(1);

    robots("");
    now = now.plus(Duration.ofHours(1)).plusSeconds(1);
    assertThat(get("/a")).isInstanceOf(Page.class);
  }

  @Test
  void rulesThatWereInForceStayWhenTheSiteFails() throws Exception {
    robots("User-agent: *\nDisallow: /private\n");
    page("/a");
    get("/a");
    server.on("/robots.txt", 500, Map.of(), "");
    now = now.plus(Duration.ofHours(25));

    assertThat(get("/a")).isInstanceOf(Page.class);
    assertThat(reason("/private")).isEqualTo(Reason.ROBOTS);
    assertThat(server.requests("/robots.txt")).hasSize(2);
  }

  @Test
  void onlyTheFirstHalfMegabyteOfRulesIsRead() throws Exception {
    robots("User-agent: *\nDisallow: /a\n" + "# filler\n".repeat(200_000) + "Disallow: /b\n");
    page("/a");
    page("/b");

    assertThat(reason("/a")).isEqualTo(Reason.ROBOTS);
    assertThat(get("/b")).isInstanceOf(Page.class);
  }

  @Test
  void theCrawlDelayIsKept() throws Exception {
    robots("User-agent: *\nCrawl-delay: 0.4\n");
    page("/a");

    get("/a");
    get("/a");

    Instant first = server.requests("/a").getFirst().at();
    Instant second = server.requests("/a").getLast().at();
    assertThat(Duration.between(first, second)).isGreaterThanOrEqualTo(Duration.ofMillis(390));
  }

  @Test
  void aCrawlDelayLongerThanWeWaitCostsThePageAndNotTheTime() throws Exception {
    robots("User-agent: *\nCrawl-delay: 60\n");
    page("/a");

    assertThat(get("/a")).isInstanceOf(Page.class);
    assertThat(reason("/a")).isEqualTo(Reason.FAILED);
    assertThat(server.requests("/a")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, true",
    "TEXT/HTML;charset=x, true",
    "application/xhtml+xml, true",
    "text/plain, true",
    "application/pdf, false",
    "image/png, false",
    "video/mp4, false",
    "application/json, false"
  })
  void onlyPagesAreTaken(String type, boolean taken) throws Exception {
    server.on("/a", 200, Map.of("Content-Type", type), "<p>x");

    assertThat(get("/a") instanceof Page).isEqualTo(taken);
  }

  @Test
  void aPageWithoutATypeIsKnownByItsMarkup() throws Exception {
    server.on("/a", 200, Map.of(), "\ufeff \n<!doctype html><p>x").on("/b", 200, Map.of(), "%PDF-");

    assertThat(get("/a")).isInstanceOf(Page.class);
    assertThat(reason("/b")).isEqualTo(Reason.NOT_A_PAGE);
  }

  @Test
  void whatCannotBeHadIsSaidInWords() throws Exception {
    assertThat(reason("/gone")).isEqualTo(Reason.FAILED);
    assertThat(pages.fetch("mailto:a@b.example"))
        .isInstanceOfSatisfying(
            PageFailure.class,
            failure -> {
              assertThat(failure.reason()).isEqualTo(Reason.INVALID_URL);
              assertThat(failure.message()).contains("mailto");
            });
  }
}
