package io.newswire.indexer.index;

import io.newswire.indexer.IndexerProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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

  /** Settings of an index that has to be as the template says even if the template is not there. */
  JsonNode settings() {
    return template.at("/template/settings");
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
