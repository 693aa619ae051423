package io.newswire.parser.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.newswire.parser.Contract;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleJsonTest {

  private static final String KEY = "5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b";

  private final ArticleJson json = new ArticleJson();

  @ParameterizedTest
  @CsvSource({
    "raw-article.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b",
    "raw-article.page.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b",
    "raw-article.submission.json, a1b2c3d4e5f60718-1f2e3d4c5b6a79880123456789abcdef",
    "raw-article.withdrawn.json, 5f1c2a9be0d34c77-0c4b8f21d6a94e3f8b7a6c5d4e3f2a1b"
  })
  void readsEveryExampleOfTheContract(String example, String key) throws BadRecordException {
    assertThat(json.read(key, Contract.example(example)).entryId()).isEqualTo(key);
  }

  @Test
  void readsWhatTheExampleSays() throws BadRecordException {
    RawArticle raw = json.read(KEY, Contract.example("raw-article.page.json"));
    assertThat(raw.change()).isEqualTo(Change.UPDATED);
    assertThat(raw.version()).isEqualTo(1_790_938_800_000L);
    assertThat(raw.entry().titleType()).isEqualTo(TextType.HTML);
    assertThat(raw.entry().updated()).isEqualTo(Instant.parse("2026-10-02T10:45:00Z"));
    assertThat(raw.entry().enclosures())
        .containsExactly(
            new Enclosure(
                "https://harbour-gazette.example/audio/4711.mp3", "audio/mpeg", 1_048_576L));
    assertThat(new String(Objects.requireNonNull(raw.page()).body(), UTF_8))
        .startsWith("<!doctype html><title>Two new tugs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "not json", "{\"entryId\":", "\u0000"})
  void aValueThatIsNoJsonIsNamedSo(String value) {
    assertReason(KEY, value, "not-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\"", "{}", "42"})
  void aValueThatIsNoRawArticleIsNamedSo(String value) {
    assertReason(KEY, value, "invalid-raw-article");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 1790935200000 | \"version\": \"soon\" | version",
        "\"version\": 1790935200000, | | version",
        "\"revision\": 1 | \"revision\": 0 | revision",
        "\"revision\": 1 | \"revision\": 1.5 | revision",
        "\"change\": \"new\" | \"change\": \"other\" | change",
        "\"firstSeenAt\": \"2026-10-02T10:00:00Z\" | \"firstSeenAt\": \"yesterday\" | firstSeenAt",
        "\"firstSeenAt\": \"2026-10-02T10:00:00Z\" | \"firstSeenAt\": 9999999999999 | firstSeenAt",
        "2026-10-02T11:30:00+02:00 | 2026-10-02T11:30+02:00 | entry.publishedLocal",
        "2026-10-02T11:30:00+02:00 | 2026-02-30 | entry.publishedLocal",
        "\"id\": \"5f1c2a9be0d34c77\" | \"id\": \"5F1C\" | feed.id",
        "\"id\": \"https://harbour-gazette.example/?p=4711\" | \"id\": null | entry.id"
      })
  void aWrongFieldIsNamed(String from, String to, String field) {
    String example = new String(Contract.example("raw-article.json"), UTF_8);
    assertThat(example).contains(from);
    String changed = example.replace(from, to == null ? "" : to);
    assertThatExceptionOfType(BadRecordException.class)
        .isThrownBy(() -> json.read(KEY, changed.getBytes(UTF_8)))
        .withMessageContaining(field)
        .returns("invalid-raw-article", BadRecordException::reason);
  }

  @Test
  void aKeyThatIsNotTheEntryIdIsRefused() {
    assertReason(
        "elsewhere", new String(Contract.example("raw-article.json"), UTF_8), "key-mismatch");
  }

  @Test
  void fieldsOfLaterVersionsAreIgnored() throws BadRecordException {
    String example = new String(Contract.example("raw-article.json"), UTF_8);
    String extended = example.replaceFirst("\\{", "{\"later\": {\"a\": [1]},");
    assertThat(json.read(KEY, extended.getBytes(UTF_8)))
        .isEqualTo(json.read(KEY, example.getBytes(UTF_8)));
  }

  @Test
  void halfASurrogatePairBecomesAReplacementCharacter() throws BadRecordException {
    String example =
        new String(Contract.example("raw-article.json"), UTF_8)
            .replace("Two new tugs for", "\\ud83d tugs \\ude00 \\ud83d\\ude00 for");
    assertThat(json.read(KEY, example.getBytes(UTF_8)).entry().title())
        .isEqualTo("\uFFFD tugs \uFFFD \uD83D\uDE00 for the inner harbour");
  }

  private void assertReason(String key, String value, String reason) {
    assertThatExceptionOfType(BadRecordException.class)
        .isThrownBy(() -> json.read(key, value.getBytes(UTF_8)))
        .returns(reason, BadRecordException::reason);
  }
}
