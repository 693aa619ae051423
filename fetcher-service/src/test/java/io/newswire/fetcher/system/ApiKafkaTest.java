package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.newswire.fetcher.FetcherApplication;
import io.newswire.fetcher.http.ScriptedServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;

class ApiKafkaTest {

  private static final Names NAMES = Names.unique();
  private static ScriptedServer site;
  private static RunningFetcher fetcher;

  @BeforeAll
  static void start() {
    site = ScriptedServer.start();
    fetcher = RunningFetcher.start(NAMES);
  }

  @AfterAll
  static void stop() {
    fetcher.close();
    site.close();
  }

  @Test
  void aFeedIsCreatedShownChangedPausedResumedAndDeleted() {
    String id = fetcher.subscribe(site.url("/crud"));
    String path = "/api/v1/feeds/" + id;

    assertThat(fetcher.post("/api/v1/feeds", "application/json", url("/crud")).statusCode())
        .isEqualTo(409);
    JsonNode changed =
        RunningFetcher.json(
            fetcher.patch(
                path, "{\"title\":\"Quay\",\"tags\":[\"a\"],\"maxIntervalSeconds\":600}"));
    assertThat(changed.get("title").stringValue()).isEqualTo("Quay");
    assertThat(RunningFetcher.json(fetcher.get("/api/v1/feeds?tag=a")).get("total").intValue())
        .isEqualTo(1);
    fetcher.post(path + "/pause", "application/json", "");
    assertThat(fetcher.feed(id).get("paused").booleanValue()).isTrue();
    assertThat(fetcher.post(path + "/fetch", "application/json", "").statusCode()).isEqualTo(409);
    fetcher.post(path + "/resume", "application/json", "");
    assertThat(fetcher.feed(id).get("paused").booleanValue()).isFalse();
    assertThat(fetcher.delete(path).statusCode()).isEqualTo(204);
    assertThat(fetcher.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void feedsArePagedSearchedAndFiltered() {
    for (int i = 0; i < 5; i++) {
      String feed =
          "{\"url\":\"%s\",\"title\":\"Paged %d\",\"tags\":[\"paged\"],\"paused\":%s}"
              .formatted(site.url("/paged/" + i), i, i == 4);
      assertThat(fetcher.post("/api/v1/feeds", "application/json", feed).statusCode())
          .isEqualTo(201);
    }

    JsonNode second = RunningFetcher.json(fetcher.get("/api/v1/feeds?tag=paged&size=2&page=1"));

    assertThat(second.get("total").intValue()).isEqualTo(5);
    assertThat(titles(second)).containsExactly("Paged 2", "Paged 3");
    assertThat(titles("tag=paged&size=2&page=2")).containsExactly("Paged 4");
    assertThat(titles("tag=paged&size=2&page=9")).isEmpty();
    assertThat(titles("q=pAgEd%203")).containsExactly("Paged 3");
    assertThat(titles("q=paged/1")).containsExactly("Paged 1");
    assertThat(titles("tag=paged&status=paused")).containsExactly("Paged 4");
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(titles("tag=paged&status=failing"))
                    .containsExactly("Paged 0", "Paged 1", "Paged 2", "Paged 3"));
  }

  private static List<String> titles(String query) {
    return titles(RunningFetcher.json(fetcher.get("/api/v1/feeds?" + query)));
  }

  private static List<String> titles(JsonNode page) {
    return page.get("feeds").valueStream().map(feed -> feed.get("title").stringValue()).toList();
  }

  @Test
  void metricsCountByOutcomeAndStateAndNameNoFeed() {
    String id = fetcher.subscribe(site.url("/measured"));
    fetcher.awaitPolled(id);

    String metrics = fetcher.get("/actuator/prometheus").body();

    assertThat(metrics)
        .contains("newswire_fetcher_polls_seconds_count{outcome=\"client-error\"}")
        .contains("newswire_fetcher_feeds{status=\"failing\"}")
        .contains("newswire_fetcher_feeds{status=\"paused\"}")
        .contains("newswire_fetcher_schedule_lag_seconds_bucket")
        .contains(
            "newswire_http_exchanges_seconds_count{outcome=\"client-error\",purpose=\"feed\"}")
        .doesNotContain(id, "/measured");
  }

  @Test
  void headersOfAFeedAreSentAndNeverShown() {
    String token = "t0ken-of-the-reader";
    HttpResponse<String> created =
        fetcher.post(
            "/api/v1/feeds",
            "application/json",
            "{\"url\":\"%s\",\"headers\":{\"X-Token\":\"%s\"}}"
                .formatted(site.url("/headers"), token));
    String path = "/api/v1/feeds/" + RunningFetcher.json(created).get("id").stringValue();

    await().atMost(Duration.ofMinutes(1)).until(() -> !site.requests("/headers").isEmpty());
    assertThat(site.requests("/headers").getFirst().header("x-token")).isEqualTo(token);
    assertThat(created.body() + fetcher.get(path).body()).doesNotContain(token);
    assertThat(fetcher.patch(path, "{\"headers\":{\"Host\":\"inner.example\"}}").statusCode())
        .isEqualTo(400);
    JsonNode without = RunningFetcher.json(fetcher.patch(path, "{\"headers\":null}"));
    assertThat(without.get("hasCredentials").booleanValue()).isFalse();
  }

  @Test
  void aFeedThatIsNoneIsReportedAsSuch() {
    site.on("/page", 200, Map.of("Content-Type", "text/html"), "<html><p>Hello</html>");
    String id = fetcher.subscribe(site.url("/page"));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> fetcher.feed(id).at("/status/state").asString("").equals("not-a-feed"));
    assertThat(fetcher.feed(id).at("/status/lastFailure/class").stringValue())
        .isEqualTo("not-a-feed");
  }

  @Test
  void credentialsAreUsedAndNeverShownPublishedOrLogged() {
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(logged);
    site.on(
        "/private",
        200,
        Map.of("Content-Type", "application/rss+xml"),
        "<rss version=\"2.0\"><channel><item><guid>1</guid></item></channel></rss>");
    String port = Integer.toString(site.port());
    HttpResponse<String> created =
        fetcher.post(
            "/api/v1/feeds",
            "application/json",
            "{\"url\":\"http://reader:pa55word@127.0.0.1:" + port + "/private\"}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.body()).doesNotContain("pa55word").contains("\"hasCredentials\":true");
    await().atMost(Duration.ofMinutes(1)).until(() -> !site.requests("/private").isEmpty());
    assertThat(site.requests("/private").getFirst().header("authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("reader:pa55word".getBytes(StandardCharsets.UTF_8)));
    String id = RunningFetcher.json(created).get("id").stringValue();
    fetcher.awaitPolled(id);
    assertThat(Topic.values(NAMES.articles())).isNotEmpty();
    for (String topic : List.of(NAMES.feeds(), NAMES.states(), NAMES.articles())) {
      assertThat(Topic.values(topic))
          .allSatisfy(value -> assertThat(value.toString()).doesNotContain("pa55word", "reader:"));
    }
    for (String path : List.of("/api/v1/feeds/" + id, "/api/v1/feeds", "/api/v1/opml")) {
      assertThat(fetcher.get(path).body()).contains("/private").doesNotContain("pa55word");
    }
    root.detachAppender(logged);
    assertThat(logged.list)
        .isNotEmpty()
        .noneSatisfy(event -> assertThat(event.getFormattedMessage()).contains("pa55word"));
  }

  @Test
  void errorsAreProblemDetailsThatRepeatNothing() {
    HttpResponse<String> bad =
        fetcher.post("/api/v1/feeds", "application/json", "{\"url\":\"javascript:alert(1)\"}");

    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(bad.body()).doesNotContain("alert(1)");
    assertThat(fetcher.post("/api/v1/feeds", "application/json", "{").statusCode()).isEqualTo(400);
    assertThat(fetcher.get("/api/v1/feeds?size=0").statusCode()).isEqualTo(400);
    assertThat(fetcher.get("/api/v1/feeds?status=x").statusCode()).isEqualTo(400);
    assertThat(fetcher.get("/api/v1/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void anOpmlDocumentIsImportedAndExported() {
    String opml =
        "<opml version=\"2.0\"><body><outline text=\"News\"><outline type=\"rss\" text=\"Imported\""
            + " xmlUrl=\""
            + site.url("/imported")
            + "\"/></outline></body></opml>";

    HttpResponse<String> imported = fetcher.post("/api/v1/opml", "text/xml", opml);

    assertThat(RunningFetcher.json(imported).get("imported").intValue()).isEqualTo(1);
    assertThat(fetcher.get("/api/v1/opml").body()).contains("/imported").contains("News");
    assertThat(
            RunningFetcher.json(fetcher.post("/api/v1/opml", "text/xml", opml))
                .get("known")
                .intValue())
        .isEqualTo(1);
  }

  @Test
  void aSubmittedArticleIsPublishedLikeAnyOther() {
    HttpResponse<String> accepted =
        fetcher.post(
            "/api/v1/articles?url=https://coast-wire.example/17&source=Coast%20Wire&date=2026-10-02",
            "text/plain;charset=utf-8", "Harbour closed");

    assertThat(accepted.statusCode()).isEqualTo(202);
    String entryId = RunningFetcher.json(accepted).get("entryId").stringValue();
    assertThat(Topic.values(NAMES.articles()))
        .filteredOn(article -> article.get("entryId").stringValue().equals(entryId))
        .singleElement()
        .satisfies(
            article -> {
              assertThat(article.at("/feed/url").stringValue())
                  .isEqualTo("urn:newswire:submission:Coast%20Wire");
              assertThat(article.at("/entry/published").stringValue())
                  .isEqualTo("2026-10-02T00:00:00Z");
              assertThat(Base64.getDecoder().decode(article.at("/page/body").stringValue()))
                  .isEqualTo("Harbour closed".getBytes(StandardCharsets.UTF_8));
            });
  }

  @Test
  void theServiceDoesNotStartOpenToTheWorldWithoutAKey() {
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(FetcherApplication.class)
                    .run("--server.port=0", "--server.address=0.0.0.0"))
        .rootCause()
        .hasMessageContaining("server.address")
        .isInstanceOf(
            org.springframework.boot.context.properties.source
                .InvalidConfigurationPropertyValueException.class);
  }

  private static String url(String target) {
    return "{\"url\":\"" + site.url(target) + "\"}";
  }
}
