package io.newswire.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.IndexerProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndexTemplateTest {

  @Test
  void settingsAreFilledIn() {
    JsonNode template = template(2).json();

    assertThat(template.at("/index_patterns/0").asString("")).isEqualTo("press-*");
    JsonNode index = template.at("/template/settings/index");
    assertThat(index.path("number_of_shards").asInt()).isEqualTo(3);
    assertThat(index.path("number_of_replicas").asInt()).isEqualTo(2);
    assertThat(index.has("auto_expand_replicas")).isFalse();
    assertThat(index.path("refresh_interval").asString("")).isEqualTo("5000ms");
  }

  @Test
  void withoutReplicasTheClusterDecides() {
    JsonNode index = template(null).json().at("/template/settings/index");

    assertThat(index.path("auto_expand_replicas").asString("")).isEqualTo("0-1");
    assertThat(index.has("number_of_replicas")).isFalse();
  }

  /** Whatever an index is filled with is set back when it serves. */
  @Test
  void whatIsSetWhileBuildingIsSetBack() {
    JsonNode building = IndexTemplate.whileBuilding().path("index");
    JsonNode serving = template(null).whenServing().path("index");

    assertThat(serving.propertyNames()).contains("refresh_interval", "auto_expand_replicas");
    assertThat(building.path("refresh_interval")).isNotEqualTo(serving.path("refresh_interval"));
    assertThat(template(1).whenServing().at("/index/number_of_replicas").asInt(0)).isEqualTo(1);
  }

  private static IndexTemplate template(@Nullable Integer replicas) {
    return new IndexTemplate(
        JsonMapper.shared(),
        new IndexerProperties.Index("press", 3, replicas, Duration.ofSeconds(5)));
  }
}
