package io.newswire.parser.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import io.newswire.parser.normalize.ArticleNormalizer;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentExtractionTest {

  private static final String PAGE =
      "<html lang=en><head><title>Two new tugs</title>"
          + "<meta property=article:published_time content=2026-10-01T08:30:00+02:00></head><body><article><h1>Two new tugs</h1>"
          + ("<p>"
                  + "The port authority took delivery of two electric tugs on Friday. ".repeat(4)
                  + "</p>")
              .repeat(5)
          + "</article></body></html>";

  private final JsonMapper mapper = new JsonMapper();
  private final DocumentExtraction extraction =
      new DocumentExtraction(
          new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection()),
          () -> Instant.parse("2026-10-02T10:00:00Z"));

  @TempDir private Path folder;

  @Test
  void aPageGivesEveryKeyOfTheOutput() throws IOException {
    JsonNode line = extracted("page.html", PAGE.getBytes(UTF_8));
    assertThat(line.propertyNames())
        .containsExactly(
            "id",
            "ok",
            "title",
            "authors",
            "date",
            "updated",
            "language",
            "url",
            "summary",
            "text",
            "html",
            "images",
            "topics",
            "keyPoints",
            "method",
            "error");
    assertThat(line.path("ok").asBoolean()).isTrue();
    assertThat(line.path("title").asString()).isEqualTo("Two new tugs");
    assertThat(line.path("date").asString()).isEqualTo("2026-10-01T08:30:00+02:00");
    assertThat(line.path("language").asString()).isEqualTo("en");
    assertThat(line.path("url").asString()).isEqualTo("https://a.example/tugs");
    assertThat(line.path("method").asString()).isEqualTo("submitted-html");
    assertThat(line.path("text").asString()).startsWith("The port authority");
  }

  @Test
  void aCompressedPageIsThePage() throws IOException {
    Path file = folder.resolve("page.html.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(PAGE.getBytes(UTF_8));
    }
    assertThat(line(file)).isEqualTo(extracted("page.html", PAGE.getBytes(UTF_8)));
  }

  @Test
  void aTextFileIsPlainText() throws IOException {
    JsonNode line =
        extracted(
            "text.txt",
            "Two new tugs arrive\n\nThe port authority took delivery of two electric tugs on Friday, the first of their kind.\n"
                .getBytes(UTF_8));
    assertThat(line.path("method").asString()).isEqualTo("submitted-text");
  }

  @Test
  void anAgeCountsFromTheFetchAndNotFromTheClock() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("page.html"),
            PAGE.replaceFirst("<meta[^>]*>", "").replace("</h1>", "</h1><p>3 hours ago</p>"));
    assertThat(date(file, Map.of())).isNull();
    assertThat(date(file, Map.of("fetchedAt", "2026-09-01T10:20:30+02:00")))
        .isEqualTo("2026-09-01T05:00:00Z");
    Map<String, String> headers = Map.of("Date", "Tue, 01 Sep 2026 08:20:30 GMT");
    assertThat(date(file, Map.of("headers", headers))).isEqualTo("2026-09-01T05:00:00Z");
    assertThat(date(file, Map.of("headers", Map.of("date", "yesterday")))).isNull();
  }

  private @Nullable String date(Path file, Map<String, Object> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("path", file.toString());
    JsonNode date =
        mapper.readTree(extraction.lineOf(mapper.writeValueAsString(input))).path("date");
    return date.isNull() ? null : date.asString();
  }

  @Test
  void aBadLineGivesALineThatSaysWhy() {
    for (String input :
        List.of(
            "{",
            "[]",
            "null",
            "{}",
            "{\"id\":\"7\"}",
            "{\"path\":\"page.html\",\"fetchedAt\":\"today\"}",
            "{\"id\":\"7\",\"path\":\"/no/such\"}",
            "\u0000")) {
      JsonNode line = mapper.readTree(extraction.lineOf(input));
      assertThat(line.path("ok").asBoolean()).isFalse();
      assertThat(line.path("error").asString()).isNotBlank();
    }
  }

  @Test
  void linesComeOutInTheirOrder() throws Exception {
    String input =
        IntStream.range(0, 500).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    StringWriter out = new StringWriter();
    try (BufferedWriter writer = new BufferedWriter(out)) {
      new OrderedLines(4).map(new BufferedReader(new StringReader(input)), writer, line -> line);
    }
    assertThat(out.toString()).isEqualTo(input + "\n");
  }

  private JsonNode extracted(String name, byte[] bytes) throws IOException {
    return line(Files.write(folder.resolve(name), bytes));
  }

  private JsonNode line(Path file) {
    return mapper.readTree(
        extraction.lineOf(
            mapper.writeValueAsString(
                Map.of(
                    "id",
                    "7",
                    "path",
                    file.toString(),
                    "url",
                    "https://a.example/tugs?utm_source=x"))));
  }
}
