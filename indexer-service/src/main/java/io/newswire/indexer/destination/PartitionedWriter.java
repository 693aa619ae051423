package io.newswire.indexer.destination;

import io.newswire.indexer.article.ArticleRecord.Erasure;
import io.newswire.indexer.article.ArticleRecord.Revision;
import io.newswire.indexer.article.ArticleRecord.Write;
import io.newswire.indexer.bulk.BulkItem;
import io.newswire.indexer.bulk.BulkWriter;
import io.newswire.indexer.bulk.ItemOutcome;
import io.newswire.indexer.bulk.ItemOutcome.Expired;
import io.newswire.indexer.bulk.ItemOutcome.Indexed;
import io.newswire.indexer.bulk.ItemOutcome.Rejected;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.bulk.ItemOutcome.Stale;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.index.Indices;
import io.newswire.indexer.index.Partition;
import io.newswire.indexer.index.PartitionUnit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a generation that has an index for each stretch of time, and keeps one document for one
 * article there.
 *
 * <p>The time that decides is in the event, and two events of one article may disagree about it: so
 * the newest event decides. Each is written to the partition it names, and <em>afterwards</em> all
 * partitions are asked for the article: of its documents the one with the highest version stays.
 * Whoever writes last sees what all others wrote, so one document is left whatever the order, the
 * repeats and the writers; no lock and no memory of where articles are is needed. RATIONALE.md has
 * the whole argument.
 */
public final class PartitionedWriter {

  /** A document to be removed, and the article it is of. */
  private record Loser(String id, BulkItem deletion) {}

  private final ArticleIndex index;
  private final BulkWriter writer;
  private final Copies copies;
  private final PartitionChoice choice;
  private final InstantSource clock;

  public PartitionedWriter(
      ArticleIndex index,
      BulkWriter writer,
      Copies copies,
      PartitionChoice choice,
      InstantSource clock) {
    this.index = index;
    this.writer = writer;
    this.copies = copies;
    this.choice = choice;
    this.clock = clock;
  }

  /**
   * Writes the items in their order.
   *
   * @return an outcome for each item, in the same order
   * @throws io.newswire.indexer.cluster.ElasticsearchException if the cluster does not do what has
   *     to be done beside writing; some items may have been written then
   */
  List<ItemOutcome> write(Indices indices, Generation generation, List<Write> items) {
    List<List<Partition>> routes = routes(indices, generation, items);
    routes.stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(partition -> index.ensurePartition(indices, generation, partition));
    List<ItemOutcome> written = send(generation, items, routes);
    return settle(generation, items, routes, written);
  }

  /**
   * The partitions that each item goes to: its own; none if that is over; for a tombstone all, also
   * those that are not there yet (an older revision that names one of them may still come), unless
   * the generation has partitions of another length than is configured.
   */
  private List<List<Partition>> routes(Indices indices, Generation generation, List<Write> items) {
    Instant now = clock.instant();
    PartitionUnit unit = indices.unit(generation).orElseThrow();
    List<Partition> all =
        Stream.concat(indices.partitions(generation).stream(), choice.living(unit, now).stream())
            .distinct()
            .toList();
    List<List<Partition>> routes = new ArrayList<>(items.size());
    for (Write item : items) {
      routes.add(
          switch (item) {
            case Revision revision -> {
              Partition own = choice.of(revision, unit, now);
              yield choice.expired(own, now) ? List.of() : List.of(own);
            }
            case Erasure erasure -> all;
          });
    }
    return routes;
  }

  private List<ItemOutcome> send(
      Generation generation, List<Write> items, List<List<Partition>> routes) {
    List<BulkItem> requests = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      for (Partition partition : routes.get(i)) {
        requests.add(new BulkItem(items.get(i), generation.writeAlias(partition)));
      }
    }
    Iterator<ItemOutcome> answers = writer.write(requests).iterator();
    List<ItemOutcome> outcomes = new ArrayList<>(items.size());
    for (List<Partition> route : routes) {
      ItemOutcome worst = new Expired();
      for (int i = 0; i < route.size(); i++) {
        ItemOutcome outcome = answers.next();
        worst = i == 0 ? outcome : worse(worst, outcome);
      }
      outcomes.add(worst);
    }
    return outcomes;
  }

  /** What has to be said of an item that went to several partitions. */
  private static ItemOutcome worse(ItemOutcome a, ItemOutcome b) {
    return badness(b) > badness(a) ? b : a;
  }

  private static int badness(ItemOutcome outcome) {
    return switch (outcome) {
      case Expired() -> 0;
      case Stale() -> 1;
      case Indexed() -> 2;
      case Rejected rejected -> 3;
      case Retryable retryable -> 4;
    };
  }

  private List<ItemOutcome> settle(
      Generation generation,
      List<Write> items,
      List<List<Partition>> routes,
      List<ItemOutcome> written) {
    Map<String, Long> removed = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      if (badness(written.get(i)) < 3) {
        boolean gone = items.get(i) instanceof Erasure || routes.get(i).isEmpty();
        long version = gone ? items.get(i).version() : Settlement.NOT_REMOVED;
        removed.merge(items.get(i).id(), version, Math::max);
      }
    }
    // Looked up after the writes, so that a partition that another writer added is asked too.
    List<Partition> partitions = index.look().partitions(generation);
    Map<String, List<Copy>> found = copies.find(generation, partitions, removed.keySet());
    Map<String, Settlement> settlements = new HashMap<>();
    found.forEach(
        (id, copiesOfIt) ->
            settlements.put(
                id, Settlement.of(copiesOfIt, removed.getOrDefault(id, Settlement.NOT_REMOVED))));
    Map<String, ItemOutcome> unsettled = remove(generation, settlements);
    List<ItemOutcome> outcomes = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      String id = items.get(i).id();
      ItemOutcome outcome = unsettled.getOrDefault(id, written.get(i));
      outcomes.add(lost(settlements.get(id), routes.get(i), outcome) ? new Stale() : outcome);
    }
    return outcomes;
  }

  /** Whether what was written had to give way to a newer document elsewhere. */
  private static boolean lost(
      @Nullable Settlement settlement, List<Partition> route, ItemOutcome outcome) {
    return outcome instanceof Indexed
        && settlement != null
        && settlement.stays().filter(stays -> !route.contains(stays.partition())).isPresent();
  }

  /** Removes what does not stay; returns what became of articles where that failed. */
  private Map<String, ItemOutcome> remove(
      Generation generation, Map<String, Settlement> settlements) {
    List<Loser> losers = new ArrayList<>();
    settlements.forEach(
        (id, settlement) ->
            settlement
                .removals()
                .forEach(
                    removal ->
                        losers.add(
                            new Loser(
                                id,
                                new BulkItem(
                                    new Erasure(id, removal.version()),
                                    generation.writeAlias(removal.partition()))))));
    List<ItemOutcome> outcomes = writer.write(losers.stream().map(Loser::deletion).toList());
    Map<String, ItemOutcome> failed = new HashMap<>();
    for (int i = 0; i < losers.size(); i++) {
      if (badness(outcomes.get(i)) >= 3) {
        failed.put(losers.get(i).id(), outcomes.get(i));
      }
    }
    return failed;
  }
}
