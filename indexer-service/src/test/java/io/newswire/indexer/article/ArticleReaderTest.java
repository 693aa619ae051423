package io.newswire.indexer.article;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.article.AnalysedText.Slice;
import io.newswire.indexer.article.ArticleRecord.Erasure;
import io.newswire.indexer.article.ArticleRecord.NotAnArticle;
import io.newswire.indexer.article.ArticleRecord.Revision;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleReaderTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";

  private final ArticleReader reader = new ArticleReader();

  @Test
  void whatWritingNeedsIsRead() {
    String json =
        """
        {"id":"%s","version":42,"change":"new","title":"Tëst \\"quoted\\"","body":"línea\\n\\ndos",
         "source":{"title":"not this","version":7},"language":"es-MX","fingerprint":"00ff00ff00ff00ff",
         "publishedAt":"2026-10-02T09:30:00Z","fetchedAt":"2026-10-02T10:00:00.5Z","later":[1,{"id":"x"}]}
        """
            .formatted(ID);

    Revision revision = (Revision) read(json);

    assertThat(revision.id()).isEqualTo(ID);
    assertThat(revision.version()).isEqualTo(42);
    assertThat(revision.change()).isEqualTo("new");
    assertThat(revision.fingerprint()).isEqualTo("00ff00ff00ff00ff");
    assertThat(revision.publishedAt()).isEqualTo(Instant.parse("2026-10-02T09:30:00Z"));
    assertThat(revision.fetchedAt()).isEqualTo(Instant.parse("2026-10-02T10:00:00.5Z"));
    AnalysedText text = Objects.requireNonNull(revision.text());
    assertThat(text.language()).isEqualTo("es");
    assertThat(slice(json, text.title())).isEqualTo("\"Tëst \\\"quoted\\\"\"");
    assertThat(slice(json, text.body())).isEqualTo("\"línea\\n\\ndos\"");
    assertThat(text.summary()).isNull();
    assertThat(json.getBytes(UTF_8)[revision.end()]).isEqualTo((byte) '}');
  }

  @ParameterizedTest
  @CsvSource({"en,en", "en-GB,en", "EN,en", "nb,no", "zh-Hant,zh", "pt-BR,pt", "und,", "x,", "sw,"})
  void anArticleGetsTheFieldsOfItsLanguage(String tag, @Nullable String field) {
    Revision revision =
        (Revision)
            read(
                "{\"id\":\"%s\",\"version\":1,\"title\":\"a\",\"language\":\"%s\"}"
                    .formatted(ID, tag));
    AnalysedText text = revision.text();
    assertThat(text == null ? null : text.language()).isEqualTo(field);
  }

  @Test
  void emptyTextsAreNotAnalysed() {
    String json = "{\"id\":\"%s\",\"version\":1,\"title\":\"\",\"language\":\"en\"}".formatted(ID);
    assertThat(((Revision) read(json)).text()).isNull();
  }

  @Test
  void aTombstoneErasesWithTheVersionOfItsEvent() {
    assertThat(reader.read(key(ID), null, ID + "/77", 99)).isEqualTo(new Erasure(ID, 77));
  }

  @Test
  void aTombstoneWithoutAVersionErasesWhatIsOlderThanItself() {
    assertThat(reader.read(key(ID), null, null, 99)).isEqualTo(new Erasure(ID, 99));
    assertThat(reader.read(key(ID), null, ID + "/x", 99)).isEqualTo(new Erasure(ID, 99));
    assertThat(reader.read(key(ID), null, "other/5", 99)).isEqualTo(new Erasure(ID, 99));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                                                  | not-json
          {"id":"%s","version":1                                    | not-json
          {"id":"%s","version":1} {}                                | not-json
          {"id":"%s","version":99999999999999999999}                | not-json
          ["id"]                                                    | not-an-article
          {"version":1}                                             | not-an-article
          {"id":"%s"}                                               | not-an-article
          {"id":"%s","version":-1}                                  | not-an-article
          {"id":"%s","version":"1"}                                 | not-an-article
          {"id":"ffffffffffffffffffffffffffffffff","version":1}     | key-mismatch
          """)
  void whatIsNoArticleIsSaidToBeNone(String json, String reason) {
    assertThat(read(json.replace("%s", ID)))
        .isInstanceOfSatisfying(
            NotAnArticle.class,
            bad -> {
              assertThat(bad.reason()).isEqualTo(reason);
              assertThat(bad.message()).isNotBlank();
            });
  }

  @Test
  void aRecordWithoutAnArticleIdAsKeyIsNoArticle() {
    byte[] json = "{\"id\":\"a\",\"version\":1}".getBytes(UTF_8);
    assertThat(reader.read(null, json, null, 0))
        .isInstanceOfSatisfying(
            NotAnArticle.class, bad -> assertThat(bad.reason()).isEqualTo("key-missing"));
    assertThat(reader.read(key("a"), json, null, 0))
        .isInstanceOfSatisfying(
            NotAnArticle.class, bad -> assertThat(bad.reason()).isEqualTo("key-invalid"));
  }

  @Test
  void aValueInAnotherEncodingIsNoArticle() {
    byte[] json = "{\"id\":\"%s\",\"version\":1}".formatted(ID).getBytes(UTF_16LE);
    assertThat(reader.read(key(ID), json, null, 0)).isInstanceOf(NotAnArticle.class);
  }

  @Test
  void aFingerprintThatIsNoneIsLeftToElasticsearch() {
    String json = "{\"id\":\"%s\",\"version\":1,\"fingerprint\":\"zz\"}".formatted(ID);
    assertThat(((Revision) read(json)).fingerprint()).isNull();
  }

  private ArticleRecord read(String json) {
    return reader.read(key(ID), json.getBytes(UTF_8), null, 0);
  }

  private static byte[] key(String id) {
    return id.getBytes(UTF_8);
  }

  private static String slice(String json, @Nullable Slice slice) {
    Slice found = Objects.requireNonNull(slice);
    return new String(json.getBytes(UTF_8), found.start(), found.length(), UTF_8);
  }
}
