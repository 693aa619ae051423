package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.servers.KafkaServer;
import io.newswire.servers.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Instances, each a process, share the feeds. One is paused until it is taken for dead and goes on,
 * one is stopped, one is killed, one is cut off from the broker until it is taken for dead. The
 * delivery guarantee is checked over all of it: every entry that a feed ever served is published
 * once, no site is asked by two at once, and none sooner than its delay allows.
 */
class TakeoverKafkaTest {

  private static final int PARTITIONS = 6;
  private static final int FEEDS = 18;
  private static final Duration DELAY = Duration.ofMillis(200);
  private static final Duration SESSION = Duration.ofSeconds(6);
  private static final Duration TRANSACTION = Duration.ofSeconds(8);

  /** From when a poll begins until its request arrives, on a machine that is busy. */
  private static final Duration SLOWEST_REQUEST = Duration.ofSeconds(1);

  private static final String[] SETTINGS = {
    "--newswire.topics.partitions=" + PARTITIONS,
    "--newswire.ownership.session-timeout=" + SESSION.toSeconds() + "s",
    "--spring.kafka.producer.properties.transaction.timeout.ms=" + TRANSACTION.toMillis(),
    "--newswire.http.allowed-private-hosts=127.0.0.0/8",
    "--newswire.http.host-delay=" + DELAY.toMillis() + "ms",
    "--newswire.schedule.min-interval=1s",
    "--newswire.schedule.default-interval=1s",
    "--newswire.schedule.max-interval=2s",
    "--newswire.schedule.first-spread=1s",
  };

  private final Names names = Names.unique();

  @TempDir private Path folder;

  @Test
  void feedsMoveBetweenInstancesWithoutALostOrDoubledEntry() {
    try (GrowingFeeds feeds = new GrowingFeeds(FEEDS, DELAY);
        FetcherProcess first = start("first").awaitReady()) {
      first.post("/api/v1/opml", "text/xml", opml(feeds));
      awaitAllAsked(feeds, "the first alone", Instant.now());
      try (FetcherProcess second = start("second");
          FetcherProcess third = start("third")) {
        second.awaitReady();
        third.awaitReady();
        await("shared by three")
            .atMost(Duration.ofSeconds(30))
            .until(() -> owned(first, second, third).equals(List.of(2L, 2L, 2L)));
        awaitAllAsked(feeds, "three", Instant.now());

        Instant paused = Instant.now();
        second.pause();
        await("taken over from the paused")
            .atMost(Duration.ofSeconds(40))
            .until(() -> owned(first, third).equals(List.of(3L, 3L)));
        awaitAllAsked(feeds, "one paused", paused);
        second.resume();
        await("the paused has joined again")
            .atMost(Duration.ofSeconds(40))
            .until(() -> owned(first, second, third).equals(List.of(2L, 2L, 2L)));
        assertThat(second.log()).contains("event=rejoin");

        Instant stopped = Instant.now();
        third.stop();
        await("taken over from the stopped")
            .atMost(Duration.ofSeconds(20))
            .until(() -> owned(first, second).equals(List.of(3L, 3L)));
        awaitAllAsked(feeds, "one stopped", stopped);

        Instant killed = Instant.now();
        second.kill();
        await("taken over from the killed")
            .atMost(Duration.ofSeconds(40))
            .until(() -> owned(first).equals(List.of(6L)));
        awaitAllAsked(feeds, "one killed", killed);
      }
      feeds.stopGrowing();
      awaitAllAsked(feeds, "the last entries", Instant.now());
      await("everything is published")
          .atMost(Duration.ofSeconds(20))
          .until(() -> titles().containsAll(feeds.served()));

      assertThat(titles()).doesNotHaveDuplicates().hasSameElementsAs(feeds.served());
      assertThat(feeds.askedTwiceAtOnce()).isEmpty();
      assertThat(feeds.askedTooSoon()).isEmpty();
    }
  }

  @Test
  void anInstanceThatIsCutOffFromTheBrokerLeavesItsSitesAndLosesNothing() {
    try (NetworkLink link = NetworkLink.open();
        KafkaServer kafka = TestKafka.ownBehindProxy(folder.resolve("kafka"), link.port())) {
      link.to(kafka.portBehindProxy());
      cutOffAndHealed(
          link,
          new Names(names.suffix(), kafka.bootstrapServers()),
          new Names(names.suffix(), link.address()));
    }
  }

  private void cutOffAndHealed(NetworkLink link, Names near, Names far) {
    try (GrowingFeeds feeds = new GrowingFeeds(FEEDS / 2, FEEDS / 2, DELAY);
        FetcherProcess stays = start("stays", near);
        FetcherProcess lost = start("lost", far)) {
      stays.awaitReady().post("/api/v1/opml", "text/xml", opml(feeds));
      lost.awaitReady();
      await("shared by two")
          .atMost(Duration.ofSeconds(30))
          .until(() -> owned(stays, lost).equals(List.of(3L, 3L)));
      awaitAllAsked(feeds, "two", Instant.now());

      Instant cut = Instant.now();
      link.cut();
      await("taken over from the one that is cut off")
          .atMost(Duration.ofSeconds(40))
          .until(() -> owned(stays).equals(List.of(6L)) && feeds.allAskedBy("//stays.", cut));
      assertThat(lost.isReady()).isFalse();
      await("its transactions have timed out, too")
          .atMost(Duration.ofSeconds(20))
          .until(() -> cut.plus(TRANSACTION).isBefore(Instant.now()));
      Instant healed = Instant.now();
      link.heal();
      await("it has joined again")
          .atMost(Duration.ofSeconds(40))
          .until(() -> owned(stays, lost).equals(List.of(3L, 3L)) && lost.isReady());
      awaitAllAsked(feeds, "healed", Instant.now());
      feeds.stopGrowing();
      awaitAllAsked(feeds, "the last entries", Instant.now());
      await("everything is published")
          .atMost(Duration.ofSeconds(20))
          .until(() -> titles(near).containsAll(feeds.served()));

      assertThat(titles(near)).doesNotHaveDuplicates().hasSameElementsAs(feeds.served());
      assertThat(feeds.askedTwiceAtOnce()).isEmpty();
      assertThat(feeds.askedInTurns(cut, healed)).isEmpty();
      assertThat(feeds.lastAskedBy("//lost.", healed))
          .isBefore(cut.plus(SESSION).plus(SLOWEST_REQUEST));
    }
  }

  private FetcherProcess start(String name) {
    return start(name, names);
  }

  private FetcherProcess start(String name, Names names) {
    List<String> arguments = new ArrayList<>(List.of(SETTINGS));
    arguments.add("--newswire.http.contact-url=https://" + name + ".example/");
    return FetcherProcess.start(name, names, folder, arguments.toArray(String[]::new));
  }

  private static void awaitAllAsked(GrowingFeeds feeds, String when, Instant since) {
    await("all feeds asked: " + when)
        .atMost(Duration.ofSeconds(40))
        .until(() -> feeds.allAskedSince(since));
  }

  private static List<Long> owned(FetcherProcess... instances) {
    return Stream.of(instances).map(FetcherApi::partitions).toList();
  }

  /** Titles of what readers of committed records see, a title for each event. */
  private List<String> titles() {
    return titles(names);
  }

  private static List<String> titles(Names names) {
    return Topic.values(names.kafka(), names.articles()).stream()
        .map((JsonNode article) -> article.at("/entry/title").stringValue())
        .toList();
  }

  private static String opml(GrowingFeeds feeds) {
    return feeds.urls().stream()
        .map(url -> "<outline type=\"rss\" text=\"feed\" xmlUrl=\"" + url + "\"/>")
        .collect(Collectors.joining("", "<opml version=\"2.0\"><body>", "</body></opml>"));
  }
}
