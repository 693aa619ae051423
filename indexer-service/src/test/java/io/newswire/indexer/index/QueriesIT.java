package io.newswire.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The README's queries give the README's answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesIT {

  private static final Pattern QUERY =
      Pattern.compile(
          "### ([^\\n]+)\\n(?:(?!###).)*?```http\\n(\\S+) /news-articles(\\S+)\\n(.*?)```\\s+```json\\n(.*?)```",
          Pattern.DOTALL);

  private final IndexerUnderTest indexer = IndexerUnderTest.create();

  @BeforeAll
  void indexArticles() {
    List<ObjectNode> articles =
        List.of(
            article(
                    1,
                    "Two bridges reopen",
                    "en",
                    "The old bridge was rebuilt within a year.",
                    "2026-10-02")
                .put("fingerprint", "a3c1f09b5e7d2846"),
            article(
                    2,
                    "Neue Brücke am Hafen",
                    "de",
                    "Die Brücke trägt jetzt auch Züge.",
                    "2026-10-03")
                .put("fingerprint", "1234567890abcdef"),
            article(
                    3,
                    "Bridges open again",
                    "en",
                    "The old bridge was rebuilt within one year.",
                    "2026-10-03")
                .put("fingerprint", "a3c1f09b5e7d2847"),
            article(
                    4,
                    "Le port s'agrandit",
                    "fr",
                    "Un quai de plus pour les porte-conteneurs.",
                    "2026-10-04")
                .put("fingerprint", "fedcba0987654321"));
    source(articles.get(1), "Hafenbote", "https://hafenbote.example/feed");
    source(articles.get(3), "Le Quai", "https://lequai.example/rss");
    articles.get(1).putArray("topics").add("Verkehr").add("Ports");
    articles.get(3).putArray("authors").add("Jeanne Aubry").add("Mara Lindqvist");
    for (ObjectNode article : articles) {
      indexer.publish(article.path("id").asString(""), article.toString(), Map.of());
    }
    indexer.publish(
        Articles.id(5),
        Articles.withdrawal(5, 1).put("fetchedAt", "2026-10-05T10:00:00Z").toString(),
        Map.of());
    indexer.start();
    await().atMost(Duration.ofSeconds(90)).until(indexer::caughtUp);
    assertThat(indexer.count()).isEqualTo(5);
  }

  @AfterAll
  void close() {
    indexer.close();
  }

  @TestFactory
  Stream<DynamicTest> everyQueryGivesItsAnswer() throws IOException {
    Path readme =
        Path.of(System.getProperty("newswire.root", ".."), "indexer-service", "README.md");
    List<DynamicTest> tests =
        QUERY
            .matcher(Files.readString(readme))
            .results()
            .map(
                found ->
                    DynamicTest.dynamicTest(
                        found.group(1),
                        () ->
                            check(found.group(2), found.group(3), found.group(4), found.group(5))))
            .toList();
    assertThat(tests).hasSize(8);
    return tests.stream();
  }

  private void check(String method, String path, String query, String answer) {
    JsonNode actual = indexer.elasticsearch(method, "/" + indexer.name + path, query);
    assertThat(actual.toPrettyString())
        .isEqualTo(JsonMapper.shared().readTree(answer).toPrettyString());
  }

  private static ObjectNode article(
      int number, String title, String language, String body, String day) {
    return Articles.article(number, number)
        .put("title", title)
        .put("language", language)
        .put("summary", "")
        .put("body", body)
        .put("publishedAt", day + "T08:00:00Z")
        .put("fetchedAt", day + "T09:00:00Z");
  }

  private static void source(ObjectNode article, String name, String feedUrl) {
    ((ObjectNode) article.path("source")).put("name", name).put("feedUrl", feedUrl);
  }
}
