package io.newswire.fetcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParseFeedsTest {

  private final JsonMapper json = new JsonMapper();

  private List<JsonNode> answers(String input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ParseFeeds().run(new BufferedReader(new StringReader(input)), out);
    return out.toString(StandardCharsets.US_ASCII).lines().map(json::readTree).toList();
  }

  @Test
  void aLineInIsALineOutAndABadOneEndsNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("feed.xml");
    Files.writeString(
        file,
        "<rss version='2.0'><channel><title>T</title><item><guid>x y</guid></item></channel></rss>");
    List<JsonNode> answers =
        answers(
            "{\"id\":\"a\",\"path\":"
                + json.writeValueAsString(file.toString())
                + ",\"url\":\"https://gazette.example/\"}\n"
                + "not json\n\n{\"id\":\"b\",\"path\":\"/no/such/file\"}\n{\"id\":\"c\"}\n{\"id\":\"d\",\"body\":\"<html></html>\"}\n"
                + "{\"id\":\"e\",\"body\":\"<rss><channel><title>\u2028é</title>\",\"url\":\"\",\"headers\":{\"Content-Type\":[\"text/xml\"]}}\n");
    assertThat(answers)
        .extracting(a -> a.path("id").asString(""))
        .containsExactly("a", "", "b", "c", "d", "e");
    assertThat(answers)
        .extracting(a -> a.path("ok").asBoolean())
        .containsExactly(true, false, false, false, false, true);
    assertThat(answers.get(4).path("error").asString())
        .startsWith("not a feed: the document is an HTML page");
    assertThat(answers.get(5).path("feed").path("title").asString()).endsWith("é");
  }

  @Test
  void everyKeyIsThereAndDatesAreUtc() throws IOException {
    JsonNode answer =
        answers(
                """
                {"id":"1","url":"https://gazette.example/f","headers":{},"body":"<rss version='2.0'><channel><link>https://gazette.example/</link><item><title>T</title><link>/1</link><author>a@b.example (Ann)</author><pubDate>Fri, 02 Oct 2026 09:30:00 +0200</pubDate><description>&lt;a href='/x'&gt;y&lt;/a&gt;</description></item></channel></rss>"}
                """)
            .getFirst();
    assertThat(answer.propertyNames())
        .containsExactly("id", "ok", "malformed", "format", "feed", "entries", "error");
    assertThat(answer.path("feed").propertyNames())
        .containsExactly(
            "title",
            "link",
            "description",
            "language",
            "id",
            "author",
            "rights",
            "published",
            "updated",
            "image");
    JsonNode entry = answer.path("entries").get(0);
    assertThat(entry.propertyNames())
        .containsExactly(
            "id",
            "title",
            "link",
            "author",
            "authors",
            "published",
            "updated",
            "summary",
            "content",
            "comments",
            "tags",
            "language",
            "enclosures");
    assertThat(entry.path("author").asString()).isEqualTo("Ann");
    assertThat(entry.path("published").asString()).isEqualTo("2026-10-02T07:30:00Z");
    assertThat(entry.path("summary").asString())
        .isEqualTo("<a href='https://gazette.example/x'>y</a>");
    assertThat(entry.path("content").isNull()).isTrue();
  }

  /**
   * As RFC 4287 has it of every Atom entry, whose first version is published and updated at once.
   */
  @Test
  void whatWasNeverUpdatedWasUpdatedWhenItWasPublished() throws IOException {
    JsonNode answer =
        answers(
                """
                {"id":"1","url":"https://gazette.example/f","body":"<rss version='2.0'><channel><pubDate>Fri, 02 Oct 2026 09:30:00 GMT</pubDate><item><pubDate>Thu, 01 Oct 2026 09:30:00 GMT</pubDate></item><item><pubDate>Thu, 01 Oct 2026 09:30:00 GMT</pubDate><dcterms:modified xmlns:dcterms='http://purl.org/dc/terms/'>2026-10-02</dcterms:modified></item></channel></rss>"}
                """)
            .getFirst();
    assertThat(answer.path("feed").path("updated").asString()).isEqualTo("2026-10-02T09:30:00Z");
    assertThat(answer.path("entries"))
        .extracting(entry -> entry.path("updated").asString())
        .containsExactly("2026-10-01T09:30:00Z", "2026-10-02T00:00:00Z");
  }

  @Test
  void aRelativeIdIsGivenAsAnAddress() throws IOException {
    JsonNode answer =
        answers(
                """
                {"id":"1","url":"https://gazette.example/a/f","body":"<feed xmlns='http://www.w3.org/2005/Atom'><id>/feed</id><entry><id>../1</id></entry><entry><id>1/2 sold</id></entry><entry><id>tag:gazette.example,2026:3</id></entry></feed>"}
                """)
            .getFirst();
    assertThat(answer.path("feed").path("id").asString()).isEqualTo("https://gazette.example/feed");
    assertThat(answer.path("entries"))
        .extracting(entry -> entry.path("id").asString())
        .containsExactly("https://gazette.example/1", "1/2 sold", "tag:gazette.example,2026:3");
  }
}
