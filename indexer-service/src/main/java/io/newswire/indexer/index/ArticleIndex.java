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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The index behind its alias. Indices are generations, {@code <name>-000001} and on; the alias
 * {@code <name>} is on the one that is read and written.
 */
@Component
public class ArticleIndex {

  private static final Logger log = LoggerFactory.getLogger(ArticleIndex.class);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String BUILDING = ".building";

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
   * What a rebuild writes to: an alias of its own, so that an index that was removed meanwhile is
   * not made anew by the first write.
   */
  public WriteTarget buildTarget() {
    return new WriteTarget(name + BUILDING, true);
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
    if (serving().isEmpty()) {
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
    ObjectNode body = JSON.objectNode();
    body.putObject("aliases").putObject(name).put("is_write_index", true);
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

  /**
   * Creates the next generation beside the one that serves, set up to be filled: not refreshed and
   * without replicas until {@link #switchTo}.
   */
  public Generation createNext() {
    cluster.perform("PUT", "/_index_template/" + name, template.json());
    Generation next = nextGeneration();
    ObjectNode body = JSON.objectNode();
    body.putObject("settings")
        .putObject("index")
        .put("refresh_interval", "-1")
        .put("auto_expand_replicas", false)
        .put("number_of_replicas", 0);
    body.putObject("aliases").putObject(name + BUILDING).put("is_write_index", true);
    cluster.perform("PUT", "/" + next.index(), body);
    log.info("event=generation-created index={}", next.index());
    return next;
  }

  /**
   * Makes a filled generation the one that is read and written, in one step that nobody sees half
   * of.
   *
   * @param from the generation that serves
   * @param to the generation that takes its place
   */
  public void switchTo(Generation from, Generation to) {
    ObjectNode settings = JSON.objectNode();
    ObjectNode index = settings.putObject("index");
    JsonNode wanted = template.settings().path("index");
    for (String key : List.of("refresh_interval", "auto_expand_replicas", "number_of_replicas")) {
      if (wanted.has(key)) {
        index.set(key, wanted.get(key));
      }
    }
    cluster.perform("PUT", "/" + to.index() + "/_settings", settings);
    cluster.perform("POST", "/" + to.index() + "/_refresh", null);
    ObjectNode body = JSON.objectNode();
    ArrayNode actions = body.putArray("actions");
    alias(actions, "remove", from, name).put("must_exist", true);
    alias(actions, "remove", to, name + BUILDING);
    alias(actions, "add", to, name).put("is_write_index", true);
    cluster.perform("POST", "/_aliases", body);
    log.info("event=alias-switched alias={} from={} to={}", name, from.index(), to.index());
  }

  private static ObjectNode alias(
      ArrayNode actions, String action, Generation generation, String alias) {
    return actions
        .addObject()
        .putObject(action)
        .put("index", generation.index())
        .put("alias", alias);
  }

  /** Makes what was written so far visible to searches. */
  public void refresh(Generation generation) {
    cluster.perform("POST", "/" + generation.index() + "/_refresh", null);
  }

  /** Removes a generation that does not serve; does nothing if it is not there. */
  public void drop(Generation generation) {
    if (serving().filter(generation::equals).isPresent()) {
      throw new ElasticsearchException(generation.index() + " serves and is not removed.");
    }
    if (cluster.get("/" + generation.index() + "/_alias").isPresent()) {
      cluster.perform("DELETE", "/" + generation.index(), null);
      log.info("event=generation-removed index={}", generation.index());
    }
  }

  /** The generation after the newest. */
  Generation nextGeneration() {
    List<Generation> generations = generations();
    int newest = generations.isEmpty() ? 0 : generations.getLast().number();
    return new Generation(name, newest + 1);
  }

  /** Whether the serving generation has an older mapping than this version of the service. */
  public boolean mappingOutdated() {
    return serving().filter(g -> mappingVersion(g) < template.mappingVersion()).isPresent();
  }
}
