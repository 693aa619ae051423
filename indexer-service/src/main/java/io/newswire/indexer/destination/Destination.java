package io.newswire.indexer.destination;

import io.newswire.indexer.article.ArticleRecord.Write;
import io.newswire.indexer.bulk.BulkItem;
import io.newswire.indexer.bulk.BulkWriter;
import io.newswire.indexer.bulk.ItemOutcome;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.cluster.ElasticsearchException;
import io.newswire.indexer.index.ArticleIndex;
import io.newswire.indexer.index.Generation;
import io.newswire.indexer.index.Indices;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A generation of the index as something to write to. Whether it is one index or one for each
 * stretch of time is looked up in the cluster, so that instances with other settings, and rebuilds
 * that change it, need not agree beforehand.
 *
 * <p>For one thread.
 */
public final class Destination {

  private final ArticleIndex index;
  private final BulkWriter writer;
  private final PartitionedWriter partitions;
  private final Function<Indices, Optional<Generation>> generation;

  /** The alias of a generation that is one index; writes through it fail once it is not. */
  private @Nullable String wholeIndex;

  private Destination(
      ArticleIndex index,
      BulkWriter writer,
      PartitionedWriter partitions,
      Function<Indices, Optional<Generation>> generation) {
    this.index = index;
    this.writer = writer;
    this.partitions = partitions;
    this.generation = generation;
  }

  /** Whatever generation serves at the time. */
  public static Destination serving(
      ArticleIndex index, BulkWriter writer, PartitionedWriter partitions) {
    return new Destination(index, writer, partitions, Indices::serving);
  }

  /** A generation that is being built, or has just begun to serve. */
  public static Destination of(
      Generation generation, ArticleIndex index, BulkWriter writer, PartitionedWriter partitions) {
    return new Destination(
        index,
        writer,
        partitions,
        indices -> Optional.of(generation).filter(indices.generations()::contains));
  }

  /**
   * Writes the items in their order. It never throws for what Elasticsearch or the network does.
   *
   * @return an outcome for each item, in the same order
   */
  public List<ItemOutcome> write(List<Write> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    if (wholeIndex != null) {
      return writeWhole(wholeIndex, items);
    }
    try {
      Indices indices = index.look();
      Generation target = generation.apply(indices).orElse(null);
      if (target == null) {
        return all(items, Retryable.indexMissing("There is no index to write to."));
      }
      if (indices.unit(target).isPresent()) {
        return partitions.write(indices, target, items).stream()
            .map(Destination::lookedUpAgain)
            .toList();
      }
      wholeIndex = index.alias(indices, target);
      return writeWhole(wholeIndex, items);
    } catch (ElasticsearchException e) {
      return all(
          items,
          lookedUpAgain(new Retryable(e.status(), e.type(), String.valueOf(e.getMessage()))));
    }
  }

  /**
   * A partition that is missing when it is written to was dropped since the look, as its time is
   * over. That says nothing of its generation: the next attempt looks again.
   */
  private static ItemOutcome lookedUpAgain(ItemOutcome outcome) {
    return outcome instanceof Retryable retryable && retryable.indexMissing()
        ? new Retryable(retryable.status(), "partition_missing", retryable.reason())
        : outcome;
  }

  private List<ItemOutcome> writeWhole(String alias, List<Write> items) {
    List<ItemOutcome> outcomes =
        writer.write(items.stream().map(item -> new BulkItem(item, alias)).toList());
    if (outcomes.stream().anyMatch(Retryable.class::isInstance)) {
      wholeIndex = null; // It may be another kind of generation by now: look again.
    }
    return outcomes;
  }

  private static List<ItemOutcome> all(List<Write> items, ItemOutcome outcome) {
    return Collections.nCopies(items.size(), outcome);
  }
}
