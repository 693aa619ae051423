package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.servers.KafkaServer;
import io.newswire.servers.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker goes away while feeds are being published, and comes back. */
class BrokerOutageKafkaTest {

  @TempDir private Path folder;

  @Test
  void whatFeedsServedWhileTheBrokerWasAwayIsPublishedOnce() {
    try (KafkaServer kafka = TestKafka.own(folder.resolve("kafka"))) {
      whatFeedsServedIsPublishedOnce(kafka, Names.unique(kafka.bootstrapServers()));
    }
  }

  private static void whatFeedsServedIsPublishedOnce(KafkaServer kafka, Names names) {
    try (GrowingFeeds feeds = new GrowingFeeds(6, Duration.ZERO);
        RunningFetcher fetcher =
            RunningFetcher.start(
                names,
                "--newswire.ownership.session-timeout=6s",
                "--newswire.http.allowed-private-hosts=127.0.0.0/8",
                "--newswire.schedule.min-interval=1s",
                "--newswire.schedule.default-interval=1s",
                "--newswire.schedule.max-interval=1s",
                "--newswire.schedule.first-spread=1s")) {
      feeds.urls().forEach(fetcher::subscribe);
      awaitAllAsked(feeds);

      kafka.kill();
      await("it says that it cannot publish")
          .atMost(Duration.ofSeconds(60))
          .until(() -> !fetcher.isReady());
      await("sites are left alone while nothing can be published")
          .atMost(Duration.ofSeconds(60))
          .until(() -> !feeds.anyAskedSince(Instant.now().minusSeconds(5)));
      kafka.restart();
      awaitAllAsked(feeds);
      await().atMost(Duration.ofSeconds(60)).until(fetcher::isReady);
      feeds.stopGrowing();
      awaitAllAsked(feeds);

      await("everything is published")
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () ->
                  assertThat(titles(names))
                      .doesNotHaveDuplicates()
                      .hasSameElementsAs(feeds.served()));
      assertThat(feeds.askedTwiceAtOnce()).isEmpty();
    }
  }

  private static List<String> titles(Names names) {
    return Topic.values(names.kafka(), names.articles()).stream()
        .map(article -> article.at("/entry/title").stringValue())
        .toList();
  }

  private static void awaitAllAsked(GrowingFeeds feeds) {
    Instant since = Instant.now();
    await().atMost(Duration.ofMinutes(2)).until(() -> feeds.allAskedSince(since));
  }
}
