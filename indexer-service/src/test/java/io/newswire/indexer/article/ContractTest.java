package io.newswire.indexer.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.article.ArticleRecord.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(strings = {"article", "article.page", "article.withdrawn"})
  void everyExampleIsRead(String example) {
    byte[] value = resource("contracts/examples/" + example + ".json");
    JsonNode json = JSON.readTree(value);
    String id = json.path("id").asString("");

    ArticleRecord record = new ArticleReader().read(id.getBytes(UTF_8), value, null, 0);

    assertThat(record)
        .isInstanceOfSatisfying(
            Revision.class,
            revision -> {
              assertThat(revision.version()).isEqualTo(json.path("version").asLong());
              assertThat(revision.change()).isEqualTo(json.path("change").asString(""));
              assertThat(revision.fetchedAt()).isNotNull();
              assertThat(revision.publishedAt()).isNotNull();
            });
  }

  @Test
  void everyFieldOfTheContractHasItsTypeInTheMapping() {
    JsonNode schema = JSON.readTree(resource("contracts/schemas/article.schema.json"));
    List<String> unmapped = new ArrayList<>();
    collectUnmapped("", schema, mapping(), unmapped);
    assertThat(unmapped).isEmpty();
  }

  @Test
  void theMappingHasFieldsForEveryLanguageThatIsAnalysed() {
    assertThat(mapping().at("/properties/text/properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(Languages.ANALYSED);
  }

  private static JsonNode mapping() {
    return JSON.readTree(resource("contracts/elasticsearch/articles.template.json"))
        .at("/template/mappings");
  }

  private static void collectUnmapped(
      String path, JsonNode schema, JsonNode mapping, List<String> unmapped) {
    for (String name : schema.path("properties").propertyNames()) {
      JsonNode field = schema.path("properties").path(name);
      JsonNode mapped = mapping.path("properties").path(name);
      if (mapped.isMissingNode()) {
        unmapped.add(path + name);
      } else {
        JsonNode inner = field.has("items") ? field.path("items") : field;
        collectUnmapped(path + name + ".", inner, mapped, unmapped);
      }
    }
  }

  private static byte[] resource(String name) {
    try (InputStream stream = ContractTest.class.getResourceAsStream("/" + name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
