package io.newswire.indexer.index;

import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.bulk.WriteTarget;
import io.newswire.indexer.cluster.ElasticsearchCluster;
import io.newswire.indexer.cluster.ElasticsearchException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index behind its alias. Indices are generations, {@code <name>-000001} and on; the alias
 * {@code <name>} is on the one that is read and written.
 */
@Component
public class ArticleIndex {

  private static final Logger log = LoggerFactory.getLogger(ArticleIndex.class);

  private final ElasticsearchCluster cluster;
  private final String name;
  private final IndexTemplate template;

  public ArticleIndex(ElasticsearchCluster cluster, JsonMapper json, IndexerProperties properties) {
    this.cluster = cluster;
    this.name = properties.index().name();
    this.template = new IndexTemplate(json, properties.index());
  }

  /** What articles are written to: the alias. */
  public WriteTarget target() {
    return new WriteTarget(name, true);
  }

  /**
   * Installs the template, and the first index with the alias where there is none. Safe to call
   * again, and by several instances at once.
   *
   * @throws ElasticsearchException if the cluster cannot be reached, is not supported or refuses
   */
  public void ensure() {
    cluster.requireSupportedVersion();
    cluster.perform("PUT", "/_index_template/" + name, template.json());
    Optional<Generation> serving = serving();
    if (serving.isPresent()) {
      checkMapping(serving.get());
    } else {
      createFirst();
    }
  }

  /** The generation that the alias is on. */
  public Optional<Generation> serving() {
    return cluster.get("/_alias/" + name).flatMap(this::serving);
  }

  private Optional<Generation> serving(JsonNode aliases) {
    List<String> indices = List.copyOf(aliases.propertyNames());
    for (String index : indices) {
      boolean writes =
          aliases.at("/" + index + "/aliases/" + name + "/is_write_index").asBoolean(false);
      if (indices.size() == 1 || writes) {
        return Optional.of(Generation.parse(name, index));
      }
    }
    return Optional.empty();
  }

  /** All generations that there are, oldest first. */
  public List<Generation> generations() {
    return cluster
        .get("/" + name + "-*/_alias")
        .map(
            indices ->
                indices.propertyNames().stream()
                    .filter(index -> Generation.matches(name, index))
                    .map(index -> Generation.parse(name, index))
                    .sorted()
                    .toList())
        .orElse(List.of());
  }

  /** Mapping version of a generation. */
  public int mappingVersion(Generation generation) {
    JsonNode mappings = cluster.perform("GET", "/" + generation.index() + "/_mapping", null);
    return IndexTemplate.mappingVersion(mappings.path(generation.index()).path("mappings"));
  }

  private void createFirst() {
    if (cluster.get("/" + name + "/_alias").isPresent()) {
      throw new ElasticsearchException(
          "%s is an index or an alias without a write index; it must be an alias of this indexer's own. Rename it, or set newswire.indexer.index.name."
              .formatted(name));
    }
    Generation next = nextGeneration();
    ObjectNode alias = JsonNodeFactory.instance.objectNode();
    alias.putObject(name).put("is_write_index", true);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("aliases", alias);
    try {
      cluster.perform("PUT", "/" + next.index(), body);
      log.info("event=index-created index={} alias={}", next.index(), name);
    } catch (ElasticsearchException e) {
      if (!e.type().equals("resource_already_exists_exception")) {
        throw e;
      }
      log.info("event=index-created-by-another index={}", next.index());
    }
  }

  /** The generation after the newest. */
  Generation nextGeneration() {
    List<Generation> generations = generations();
    int newest = generations.isEmpty() ? 0 : generations.getLast().number();
    return new Generation(name, newest + 1);
  }

  private void checkMapping(Generation serving) {
    int version = mappingVersion(serving);
    if (version != template.mappingVersion()) {
      log.warn(
          "event=mapping-differs index={} has={} wanted={} action=\"rebuild the index\"",
          serving.index(),
          version,
          template.mappingVersion());
    }
  }
}
