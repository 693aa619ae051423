package io.newswire.indexer.destination;

import io.newswire.indexer.index.Partition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which documents of one article stay: the one with the highest version; of two with the same
 * version the one in the older partition. It depends on what is there alone, so that whoever
 * decides comes to the same.
 *
 * @param stays the document that stays, if one does
 * @param removals what has to go
 */
record Settlement(Optional<Copy> stays, List<Removal> removals) {

  /** The version of the removals of an article that nothing has removed. */
  static final long NOT_REMOVED = -1;

  private static final Comparator<Copy> BEST =
      Comparator.comparingLong(Copy::version)
          .thenComparing(Copy::partition, Comparator.reverseOrder());

  /**
   * A deletion.
   *
   * @param partition where
   * @param version deleted is what has this version or an older one
   */
  record Removal(Partition partition, long version) {}

  /**
   * Decides.
   *
   * @param copies all documents of the article
   * @param removed version up to which the article is erased or has expired; {@link #NOT_REMOVED}
   *     if it is neither
   */
  static Settlement of(Collection<Copy> copies, long removed) {
    Optional<Copy> stays = copies.stream().filter(copy -> copy.version() > removed).max(BEST);
    List<Removal> removals =
        copies.stream()
            .filter(copy -> !stays.equals(Optional.of(copy)))
            .map(copy -> new Removal(copy.partition(), upTo(copy, stays, removed)))
            .toList();
    return new Settlement(stays, removals);
  }

  /**
   * Never more than what is known to have lost: in the meantime the partition may have been given a
   * document with the very version that stays elsewhere, and of those two it may be the better.
   */
  private static long upTo(Copy copy, Optional<Copy> stays, long removed) {
    return stays
        .map(best -> copy.version() == best.version() ? best.version() : best.version() - 1)
        .orElse(removed);
  }
}
