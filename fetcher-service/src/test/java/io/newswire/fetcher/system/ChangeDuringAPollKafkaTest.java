package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.fetcher.http.ScriptedServer;
import io.newswire.fetcher.ownership.OwnedFeed;
import io.newswire.fetcher.runtime.FetcherRuntime;
import io.newswire.fetcher.subscription.Subscription;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A subscription is changed while its site is still answering. */
class ChangeDuringAPollKafkaTest {

  private final Names names = Names.unique();
  private final CountDownLatch changed = new CountDownLatch(1);
  private final ScriptedServer site = ScriptedServer.start();

  @AfterEach
  void stop() {
    changed.countDown();
    site.close();
  }

  /** The site answers when the subscription was changed. */
  private void answerOnceChanged(int status, Map<String, String> headers, String body) {
    ScriptedServer.Script answer =
        ScriptedServer.reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    site.on(
        "/feed",
        (request, out) -> {
          changed.await();
          return answer.answer(request, out);
        });
  }

  private String subscribedAndAsked(RunningFetcher fetcher) {
    String id = fetcher.subscribe(site.url("/feed"));
    await().atMost(Duration.ofMinutes(1)).until(() -> !site.requests("/feed").isEmpty());
    return id;
  }

  private static void change(
      RunningFetcher fetcher, String id, String change, Predicate<Subscription> done) {
    assertThat(fetcher.patch("/api/v1/feeds/" + id, change).statusCode()).isEqualTo(200);
    await("the owner knows of it")
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              OwnedFeed feed = fetcher.bean(FetcherRuntime.class).fetching().owner().feed(id);
              return feed != null && done.test(feed.subscription());
            });
  }

  @Test
  void neitherTheChangeNorWhatThePollDoesToTheSubscriptionIsLost() {
    answerOnceChanged(410, Map.of(), "");
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      String id = subscribedAndAsked(fetcher);

      change(
          fetcher,
          id,
          "{\"title\":\"Quay\",\"tags\":[\"sea\"]}",
          subscription -> "Quay".equals(subscription.title()));
      changed.countDown();

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> fetcher.feed(id).get("paused").booleanValue());
      JsonNode feed = fetcher.feed(id);
      assertThat(feed.at("/title").asString("")).isEqualTo("Quay");
      assertThat(feed.get("tags").valueStream()).hasSize(1);
      assertThat(feed.at("/status/lastFailure/httpStatus").intValue()).isEqualTo(410);
    }
  }

  @Test
  void whatWasFoundAtTheFormerAddressStaysKnown() {
    answerOnceChanged(200, Map.of("ETag", "\"1\""), rss("one", "two"));
    site.on("/moved", 200, Map.of("ETag", "\"2\""), rss("one", "two", "three"));
    try (RunningFetcher fetcher = RunningFetcher.start(names)) {
      String id = subscribedAndAsked(fetcher);
      String moved = site.url("/moved").toString();

      change(
          fetcher,
          id,
          "{\"url\":\"" + moved + "\"}",
          subscription -> subscription.url().equals(moved));
      changed.countDown();

      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(Topic.values(names.articles()))
                      .extracting(article -> article.at("/entry/title").stringValue())
                      .containsExactlyInAnyOrder("one", "two", "three"));
      assertThat(site.requests("/moved").getFirst().header("if-none-match")).isNull();
      assertThat(fetcher.feed(id).get("url").stringValue()).isEqualTo(moved);
    }
  }

  private static String rss(String... titles) {
    StringBuilder items = new StringBuilder();
    for (String title : titles) {
      items.append("<item><guid>%s</guid><title>%s</title></item>".formatted(title, title));
    }
    return "<rss version=\"2.0\"><channel><title>Quay</title>" + items + "</channel></rss>";
  }
}
