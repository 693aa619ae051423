package io.newswire.indexer.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever the order, the repeats and the batches that events come in, the index ends in the newest
 * state of every article.
 */
class EndStateIT {

  private static final int ARTICLES = 12;
  private static final int REVISIONS = 6;

  /**
   * One event.
   *
   * @param json null for a tombstone
   */
  private record Event(int article, long version, @Nullable String json) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 20260102, 777})
  void anyOrderEndsInTheNewestState(long seed) {
    check(seed);
  }

  /** Events of one article disagree about when it was first seen, and so about its partition. */
  @ParameterizedTest
  @ValueSource(longs = {2, 20260304, 888})
  void withPartitionsTooAnyOrderEndsInOneDocumentInTheNewestState(long seed) {
    check(seed, "newswire.indexer.retention.keep=12m");
  }

  private static void check(long seed, String... settings) {
    Random random = new Random(seed);
    List<Event> events = history(random);
    Map<Integer, Event> newest = new HashMap<>();
    events.forEach(e -> newest.merge(e.article, e, (a, b) -> a.version > b.version ? a : b));
    List<Event> sent = shuffledWithRepeats(events, random);

    try (IndexerUnderTest indexer = IndexerUnderTest.create()) {
      int cut = random.nextInt(sent.size());
      send(indexer, sent.subList(0, cut));
      indexer.start(with(settings, random));
      await().atMost(Duration.ofSeconds(60)).until(indexer::caughtUp);
      indexer.stop();
      send(indexer, sent.subList(cut, sent.size()));
      indexer.start(with(settings, random));
      await().atMost(Duration.ofSeconds(60)).until(indexer::caughtUp);

      newest.values().forEach(event -> assertState(indexer, event));
      long alive = newest.values().stream().filter(event -> event.json != null).count();
      assertThat(indexer.count()).isEqualTo(alive);
    }
  }

  private static String[] with(String[] settings, Random random) {
    String[] all = Arrays.copyOf(settings, settings.length + 1);
    all[settings.length] = "newswire.indexer.batch.max-articles=" + (1 + random.nextInt(9));
    return all;
  }

  private static void assertState(IndexerUnderTest indexer, Event event) {
    JsonNode documents = indexer.documents(Articles.id(event.article));
    assertThat(documents.size()).isEqualTo(event.json == null ? 0 : 1);
    if (event.json != null) {
      JsonNode document = documents.get(0);
      assertThat(document.path("_version").asLong()).isEqualTo(event.version);
      assertThat(document.at("/_source/version").asLong()).isEqualTo(event.version);
    }
  }

  private static List<Event> history(Random random) {
    List<Event> events = new ArrayList<>();
    for (int article = 1; article <= ARTICLES; article++) {
      long version = 1000;
      for (int revision = 0; revision < REVISIONS; revision++) {
        version += 1 + random.nextInt(50);
        events.add(new Event(article, version, json(article, version, random)));
      }
    }
    return events;
  }

  private static @Nullable String json(int article, long version, Random random) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return null;
    }
    Instant firstSeenAt = Instant.now().minus(Duration.ofDays(random.nextInt(120)));
    ObjectNode event =
        kind < 3 ? Articles.withdrawal(article, version) : Articles.article(article, version);
    return event.put("firstSeenAt", firstSeenAt.toString()).toString();
  }

  private static List<Event> shuffledWithRepeats(List<Event> events, Random random) {
    List<Event> sent = new ArrayList<>(events);
    for (int i = 0; i < events.size() / 2; i++) {
      sent.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(sent, random);
    return sent;
  }

  private static void send(IndexerUnderTest indexer, List<Event> events) {
    for (Event event : events) {
      String id = Articles.id(event.article);
      indexer.publish(id, event.json, Map.of("ce_id", id + "/" + event.version));
    }
  }
}
