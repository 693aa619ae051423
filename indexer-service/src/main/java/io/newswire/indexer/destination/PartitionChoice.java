package io.newswire.indexer.destination;

import io.newswire.indexer.article.ArticleRecord.Revision;
import io.newswire.indexer.index.Partition;
import io.newswire.indexer.index.PartitionUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of time a revision belongs to, and when it is over.
 *
 * @param keep how long articles are kept; null: for ever
 * @param configured how long partitions are that are made for {@code keep}
 */
public record PartitionChoice(@Nullable Period keep, PartitionUnit configured) {

  /** A clock that goes wrong elsewhere must not fill the cluster with indices of the future. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** The partition of the moment that the article was first seen. */
  Partition of(Revision revision, PartitionUnit unit, Instant now) {
    Instant seen = seen(revision);
    Instant latest = now.plus(AHEAD);
    Instant bounded = seen.isAfter(latest) ? latest : seen;
    return unit.at(bounded.isBefore(Instant.EPOCH) ? Instant.EPOCH : bounded);
  }

  private static Instant seen(Revision revision) {
    if (revision.firstSeenAt() != null) {
      return revision.firstSeenAt();
    }
    return revision.fetchedAt() != null
        ? revision.fetchedAt()
        : Instant.ofEpochMilli(revision.version());
  }

  /** Whether a partition is over: its index is dropped, and nothing is written to it. */
  boolean expired(Partition partition, Instant now) {
    return keep != null && partition.expired(keep, now);
  }

  /**
   * The partitions that a revision may name at present, newest first; none where all may, and where
   * they are of another length than is configured: {@code keep} may be thousands of them, and their
   * generation is about to be replaced.
   */
  List<Partition> living(PartitionUnit unit, Instant now) {
    return keep == null || unit != configured
        ? List.of()
        : Stream.iterate(unit.at(now), partition -> !expired(partition, now), Partition::previous)
            .toList();
  }
}
