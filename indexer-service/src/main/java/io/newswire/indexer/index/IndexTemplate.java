package io.newswire.indexer.index;

import io.newswire.indexer.IndexerProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The public mapping document with this installation's settings filled in. */
final class IndexTemplate {

  private static final String RESOURCE = "/elasticsearch/articles.template.json";

  private final ObjectNode template;

  IndexTemplate(JsonMapper json, IndexerProperties.Index settings) {
    template = read(json);
    template.putArray("index_patterns").add(settings.name() + "-*");
    ObjectNode index = (ObjectNode) template.at("/template/settings/index");
    index.put("number_of_shards", settings.shards());
    index.put("refresh_interval", settings.refreshInterval().toMillis() + "ms");
    Integer replicas = settings.replicas();
    if (replicas != null) {
      index.remove("auto_expand_replicas");
      index.put("number_of_replicas", replicas);
    }
  }

  private static ObjectNode read(JsonMapper json) {
    try (InputStream stream = IndexTemplate.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from this jar");
      }
      return (ObjectNode) json.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode json() {
    return template;
  }

  /** Settings of an index that is being filled: not refreshed, and without replicas. */
  static ObjectNode whileBuilding() {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings
        .putObject("index")
        .put("refresh_interval", "-1")
        .put("auto_expand_replicas", false)
        .put("number_of_replicas", 0);
    return settings;
  }

  /** What is set otherwise while an index is filled, as the template says it. */
  ObjectNode whenServing() {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    ObjectNode index = settings.putObject("index");
    JsonNode wanted = template.at("/template/settings/index");
    for (String key : List.of("refresh_interval", "auto_expand_replicas", "number_of_replicas")) {
      if (wanted.has(key)) {
        index.set(key, wanted.get(key));
      }
    }
    return settings;
  }

  ObjectNode mappings() {
    return (ObjectNode) template.at("/template/mappings");
  }

  /** Version of the mapping. */
  int mappingVersion() {
    return mappingVersion(mappings());
  }

  /** Version of a mapping; 0 where it says none. */
  static int mappingVersion(JsonNode mappings) {
    return mappings.at("/_meta/newswire/mapping").asInt(0);
  }
}
