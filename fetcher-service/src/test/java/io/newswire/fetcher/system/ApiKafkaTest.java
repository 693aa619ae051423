package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.newswire.fetcher.FetcherApplication;
import io.newswire.fetcher.http.ScriptedServer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
  void credentialsAreUsedAndNeverShown() {
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
    assertThat(Topic.values(NAMES.feeds()))
        .allSatisfy(value -> assertThat(value.toString()).doesNotContain("pa55word"));
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
