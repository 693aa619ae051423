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
    create(next, JSON.objectNode().set("settings", IndexTemplate.whileBuilding()), name + BUILDING);
    log.info("event=generation-created index={}", next.index());
    return next;
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
        body.set("settings", IndexTemplate.whileBuilding());
      }
      body.putObject("aliases").putObject(generation.writeAlias(partition));
      put(generation.index(partition), body);
    }
    if (aliased.isEmpty()) {
      throw new ElasticsearchException(generation.index() + " has lost its alias.");
    }
    String witness = generation.index(aliased.getLast());
    AliasActions actions = new AliasActions();
    actions.remove(witness, alias).put("must_exist", true);
    actions.add(witness, alias);
    actions.add(generation.index(partition), alias);
    cluster.perform("POST", "/_aliases", actions.json());
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
    cluster.perform("PUT", "/" + all(to) + "/_settings", template.whenServing());
    cluster.perform("POST", "/" + all(to) + "/_refresh", null);
    boolean whole = indices.unit(to).isEmpty();
    AliasActions actions = new AliasActions();
    // By pattern: an index that another instance adds to the old generation just now goes too.
    actions.remove(all(from), name).put("must_exist", true);
    actions.remove(all(to), name + BUILDING);
    for (String built : indices.names(to)) {
      actions.add(built, name).put("is_write_index", whole);
    }
    cluster.perform("POST", "/_aliases", actions.json());
    log.info("event=alias-switched alias={} from={} to={}", name, from.index(), to.index());
  }

  /** A pattern for all indices of a generation: their names together may be too long for a URL. */
  private static String all(Generation generation) {
    return generation.index() + "*";
  }

  /** Makes what was written so far visible to searches. */
  public void refresh(Generation generation) {
    cluster.perform("POST", "/" + all(generation) + "/_refresh", null);
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
    JsonNode mappings =
        cluster.perform(
            "GET", "/" + all(generation) + "/_mapping?filter_path=*.mappings._meta", null);
    return indices.names(generation).stream()
        .mapToInt(index -> IndexTemplate.mappingVersion(mappings.path(index).path("mappings")))
        .min()
        .orElse(0);
  }
}
