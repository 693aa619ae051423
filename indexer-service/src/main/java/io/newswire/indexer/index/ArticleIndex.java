package io.newswire.indexer.index;

import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.cluster.ElasticsearchCluster;
import io.newswire.indexer.cluster.ElasticsearchException;
import java.time.InstantSource;
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
 * The index behind its alias. Generations are {@code <name>-000001} and on, each one index or one
 * for each stretch of time; the alias {@code <name>} is on the one that is read and written.
 */
@Component
public class ArticleIndex {

  private static final Logger log = LoggerFactory.getLogger(ArticleIndex.class);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String BUILDING = ".building";

  private final ElasticsearchCluster cluster;
  private final String name;
  private final IndexTemplate template;
  private final Optional<PartitionUnit> unit;
  private final InstantSource clock;

  public ArticleIndex(
      ElasticsearchCluster cluster,
      JsonMapper json,
      IndexerProperties properties,
      InstantSource clock) {
    this.cluster = cluster;
    this.name = properties.index().name();
    this.template = new IndexTemplate(json, properties.index());
    this.unit =
        properties.retention().keep() == null
            ? Optional.empty()
            : Optional.of(properties.retention().partition());
    this.clock = clock;
  }

  /**
   * The alias of a generation: the one that readers use for the serving one; for one that is being
   * built an alias of its own, so that an index that was removed meanwhile is not made anew by the
   * next write.
   */
  public String alias(Indices indices, Generation generation) {
    return indices.serving().filter(generation::equals).isPresent() ? name : name + BUILDING;
  }

  /** What there is now, read in one request. */
  public Indices look() {
    return Indices.of(
        name, name + BUILDING, cluster.perform("GET", "/" + name + "-*/_alias", null));
  }

  /**
   * Installs the template, and the first index with the alias where there is none. Safe to call
   * again, and by several instances at once.
   *
   * @return whether an index was missing
   * @throws ElasticsearchException if the cluster cannot be reached, is not supported or refuses
   */
  public boolean ensure() {
    cluster.requireSupportedVersion();
    installTemplate();
    Indices indices = look();
    if (indices.serving().isPresent()) {
      return false;
    }
    createFirst(indices);
    return true;
  }

  private void installTemplate() {
    cluster.perform("PUT", "/_index_template/" + name, template.json());
  }

  private void createFirst(Indices indices) {
    if (cluster.get("/" + name + "/_alias").isPresent()) {
      throw new ElasticsearchException(
          "%s is an index, or an alias of indices that are none of this indexer's; it must be an alias of its own. Rename it, or set newswire.indexer.index.name."
              .formatted(name));
    }
    Generation next = nextGeneration(indices);
    ObjectNode body = JSON.objectNode();
    create(next, body, name);
    log.info("event=index-created index={} alias={}", next.index(), name);
  }

  /**
   * Creates the next generation beside the one that serves, set up to be filled: not refreshed and
   * without replicas until {@link #switchTo}.
   */
  public Generation createNext() {
    installTemplate();
    Generation next = nextGeneration(look());
    create(next, JSON.objectNode().set("settings", whileBuilding()), name + BUILDING);
    log.info("event=generation-created index={}", next.index());
    return next;
  }

  private static ObjectNode whileBuilding() {
    ObjectNode settings = JSON.objectNode();
    settings
        .putObject("index")
        .put("refresh_interval", "-1")
        .put("auto_expand_replicas", false)
        .put("number_of_replicas", 0);
    return settings;
  }

  /** The generation's only index, or that of the present. */
  private void create(Generation generation, ObjectNode body, String alias) {
    Optional<Partition> present = unit.map(length -> length.at(clock.instant()));
    ObjectNode aliases = body.putObject("aliases");
    aliases.putObject(alias).put("is_write_index", present.isEmpty());
    present.ifPresent(partition -> aliases.putObject(generation.writeAlias(partition)));
    put(present.map(generation::index).orElse(generation.index()), body);
  }

  private void put(String index, ObjectNode body) {
    try {
      cluster.perform("PUT", "/" + index, body);
    } catch (ElasticsearchException e) {
      if (!e.type().equals("resource_already_exists_exception")) {
        throw e;
      }
      log.info("event=index-created-by-another index={}", index);
    }
  }

  /**
   * Makes sure that a stretch of time has an index with the generation's alias.
   *
   * <p>The alias is given in a step of its own that holds only if another index of the generation
   * has it at that very moment: when a rebuild has switched it away meanwhile, nothing is shown.
   *
   * @throws ElasticsearchException if it could not be done, or not any more
   */
  public void ensurePartition(Indices indices, Generation generation, Partition partition) {
    List<Partition> aliased = indices.aliased(generation);
    if (aliased.contains(partition)) {
      return;
    }
    String alias = alias(indices, generation);
    if (!indices.partitions(generation).contains(partition)) {
      ObjectNode body = JSON.objectNode();
      if (!alias.equals(name)) {
        body.set("settings", whileBuilding());
      }
      body.putObject("aliases").putObject(generation.writeAlias(partition));
      put(generation.index(partition), body);
    }
    String witness =
        aliased.stream()
            .map(generation::index)
            .findFirst()
            .orElseThrow(
                () -> new ElasticsearchException(generation.index() + " has lost its alias."));
    ObjectNode body = JSON.objectNode();
    ArrayNode actions = body.putArray("actions");
    aliasAction(actions, "remove", witness, alias).put("must_exist", true);
    aliasAction(actions, "add", witness, alias);
    aliasAction(actions, "add", generation.index(partition), alias);
    cluster.perform("POST", "/_aliases", body);
    log.info("event=partition-created index={}", generation.index(partition));
  }

  /**
   * Makes a filled generation the one that is read and written, in one step that nobody sees half
   * of.
   *
   * @param from the generation that serves
   * @param to the generation that takes its place
   */
  public void switchTo(Generation from, Generation to) {
    Indices indices = look();
    String filled = String.join(",", indices.names(to));
    ObjectNode settings = JSON.objectNode();
    ObjectNode index = settings.putObject("index");
    JsonNode wanted = template.settings().path("index");
    for (String key : List.of("refresh_interval", "auto_expand_replicas", "number_of_replicas")) {
      if (wanted.has(key)) {
        index.set(key, wanted.get(key));
      }
    }
    cluster.perform("PUT", "/" + filled + "/_settings", settings);
    cluster.perform("POST", "/" + filled + "/_refresh", null);
    boolean whole = indices.unit(to).isEmpty();
    ObjectNode body = JSON.objectNode();
    ArrayNode actions = body.putArray("actions");
    // By pattern: an index that another instance adds to the old generation just now goes too.
    aliasAction(actions, "remove", from.index() + "*", name).put("must_exist", true);
    aliasAction(actions, "remove", to.index() + "*", name + BUILDING);
    for (String built : indices.names(to)) {
      aliasAction(actions, "add", built, name).put("is_write_index", whole);
    }
    cluster.perform("POST", "/_aliases", body);
    log.info("event=alias-switched alias={} from={} to={}", name, from.index(), to.index());
  }

  private static ObjectNode aliasAction(
      ArrayNode actions, String action, String index, String alias) {
    return actions.addObject().putObject(action).put("index", index).put("alias", alias);
  }

  /** Makes what was written so far visible to searches. */
  public void refresh(Generation generation) {
    cluster.perform("POST", "/" + String.join(",", look().names(generation)) + "/_refresh", null);
  }

  /** Removes a generation that does not serve; does nothing if it is not there. */
  public void drop(Generation generation) {
    Indices indices = look();
    if (indices.serving().filter(generation::equals).isPresent()) {
      throw new ElasticsearchException(generation.index() + " serves and is not removed.");
    }
    indices.names(generation).forEach(this::delete);
  }

  /** Removes the index of a stretch of time; does nothing if it is not there. */
  public void drop(Generation generation, Partition partition) {
    delete(generation.index(partition));
  }

  private void delete(String index) {
    try {
      cluster.perform("DELETE", "/" + index, null);
      log.info("event=index-removed index={}", index);
    } catch (ElasticsearchException e) {
      if (e.status() != 404) {
        throw e;
      }
    }
  }

  private Generation nextGeneration(Indices indices) {
    List<Generation> generations = indices.generations();
    int newest = generations.isEmpty() ? 0 : generations.getLast().number();
    return new Generation(name, newest + 1);
  }

  /**
   * Whether the serving generation has an older mapping than this version of the service, or is
   * partitioned otherwise than its settings say.
   */
  public boolean outdated(Indices indices) {
    return indices
        .serving()
        .filter(
            generation ->
                !indices.unit(generation).equals(unit)
                    || mappingVersion(indices, generation) < template.mappingVersion())
        .isPresent();
  }

  /** The oldest of its indices: one that was added lately may have a newer mapping. */
  private int mappingVersion(Indices indices, Generation generation) {
    String all = String.join(",", indices.names(generation));
    JsonNode mappings =
        cluster.perform("GET", "/" + all + "/_mapping?filter_path=*.mappings._meta", null);
    return indices.names(generation).stream()
        .mapToInt(index -> IndexTemplate.mappingVersion(mappings.path(index).path("mappings")))
        .min()
        .orElse(0);
  }
}
