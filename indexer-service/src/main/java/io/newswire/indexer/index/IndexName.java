package io.newswire.indexer.index;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Name of one index: {@code news-articles-000001}, or {@code news-articles-000001-2026.10} where
 * the generation has an index for each stretch of time.
 *
 * @param generation generation that it belongs to
 * @param partition stretch of time; null where the generation is one index
 */
record IndexName(Generation generation, @Nullable Partition partition) {

  /** Reads the name of an index; empty where it is not one of the alias's. */
  static Optional<IndexName> parse(String alias, String index) {
    if (!index.startsWith(alias + "-")) {
      return Optional.empty();
    }
    String rest = index.substring(alias.length() + 1);
    int hyphen = rest.indexOf('-');
    if (hyphen < 0) {
      return Generation.parse(alias, rest).map(generation -> new IndexName(generation, null));
    }
    return Generation.parse(alias, rest.substring(0, hyphen))
        .flatMap(
            generation ->
                Partition.parse(rest.substring(hyphen + 1))
                    .map(partition -> new IndexName(generation, partition)));
  }

  @Override
  public String toString() {
    return partition == null ? generation.index() : generation.index(partition);
  }
}
