package io.newswire.indexer.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.article.ArticleReader;
import io.newswire.indexer.article.ArticleRecord.Erasure;
import io.newswire.indexer.article.ArticleRecord.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BulkBodyTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";

  @Test
  void aRevisionIsSentAsItCameWithTheIndexsOwnFieldsAfterIt() {
    String event =
        "{\"id\":\"%s\",\"version\":5,\"title\":\"Ü\",\"body\":\"b\\nc\",\"language\":\"de\",\"fingerprint\":\"a3c1f09b5e7d2846\"}"
            .formatted(ID);

    String[] lines = body(revision(event)).split("\n", -1);

    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .isEqualTo(
            "{\"index\":{\"_id\":\"%s\",\"version\":5,\"version_type\":\"external\"}}"
                .formatted(ID));
    assertThat(lines[1])
        .isEqualTo(
            event.substring(0, event.length() - 1)
                + ",\"text\":{\"de\":{\"title\":\"Ü\",\"body\":\"b\\n"
                + "c\"}}"
                + ",\"fingerprintBands\":[\"0a\",\"13\",\"2c\",\"31\",\"4f\",\"50\",\"69\",\"7b\",\"85\",\"9e\",\"a7\",\"bd\",\"c2\",\"d8\",\"e4\",\"f6\"]}");
    assertThat(lines[2]).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n{\n  \"id\" : \"%s\",\r\n  \"version\" : 5\n}\n\n",
        "{\"id\":\"%s\",\"version\":5\n}",
        "{\"id\":\"%s\",\"version\":5\r}",
        "{\r\"id\":\"%s\",\"version\":5}",
        "\n{\"id\":\"%s\",\"version\":5,\"images\":[\n{\n\"url\":\"a\"}]}",
        "{\"id\":\"%s\",\"version\":5,\"images\":[{\"width\":1\n}]}",
        "{\"id\":\"%s\",\"topics\":[\n],\"version\":5}\n"
      })
  void anEventOverSeveralLinesBecomesOneLine(String template) {
    String event = template.formatted(ID);

    String[] lines = body(revision(event)).split("\n", -1);

    assertThat(lines).hasSize(3);
    JsonNode document = JsonMapper.shared().readTree(lines[1]);
    assertThat(document).isEqualTo(JsonMapper.shared().readTree(event));
  }

  @Test
  void anErasureWinsOverTheVersionItErases() {
    assertThat(body(new Erasure(ID, 9)))
        .isEqualTo(
            "{\"delete\":{\"_id\":\"%s\",\"version\":9,\"version_type\":\"external_gte\"}}\n"
                .formatted(ID));
  }

  @Test
  void anItemSaysWhereItGoesWhereTheRequestDoesNot() {
    BulkBody body = new BulkBody(16);
    body.add(new Erasure(ID, 9), "articles-2026.write");

    assertThat(new String(body.toByteArray(), UTF_8))
        .startsWith("{\"delete\":{\"_index\":\"articles-2026.write\",\"_id\":\"" + ID + "\",");
  }

  @Test
  void theWeightIsNeverLessThanTheBytes() {
    Write[] items = {
      revision(
          "{\"id\":\"%s\",\"version\":%d,\"title\":\"t\",\"summary\":\"s\",\"body\":\"b\",\"language\":\"ckb\",\"fingerprint\":\"a3c1f09b5e7d2846\"}"
              .formatted(ID, Long.MAX_VALUE)),
      new Erasure(ID, Long.MAX_VALUE)
    };
    for (Write item : items) {
      assertThat((long) body(item).getBytes(UTF_8).length)
          .isLessThanOrEqualTo(BulkBody.weight(new BulkItem(item, "")));
    }
  }

  private static Write revision(String event) {
    return (Write) new ArticleReader().read(ID.getBytes(UTF_8), event.getBytes(UTF_8), null, 0);
  }

  private static String body(Write item) {
    BulkBody body = new BulkBody(16);
    body.add(item, null);
    return new String(body.toByteArray(), UTF_8);
  }
}
