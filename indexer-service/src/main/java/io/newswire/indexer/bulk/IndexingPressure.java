package io.newswire.indexer.bulk;

import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Elasticsearch refuses with 429 what would take too much of a node's heap. Usually that passes;
 * but a request that is more than the node takes by itself is refused however often it is sent.
 *
 * @see <a
 *     href="https://www.elastic.co/docs/reference/elasticsearch/index-settings/pressure">Indexing
 *     pressure</a>
 */
final class IndexingPressure {

  private static final Pattern REFUSED =
      Pattern.compile(
          "coordinating_and_primary_bytes=(\\d{1,18}),.*?"
              + "(?:coordinating|primary)_operation_bytes=(\\d{1,18}),.*?"
              + "max_[a-z_]*bytes=(\\d{1,18})");

  /** Elasticsearch 9 counts what a node writes four times: parsing it takes memory, too. */
  private static final int PARSING = 4;

  private IndexingPressure() {}

  /** Whether all items of a request were refused because of its own size. */
  static boolean never(List<ItemOutcome> outcomes) {
    return outcomes.stream()
        .allMatch(outcome -> outcome instanceof Retryable refused && never(refused));
  }

  private static boolean never(Retryable refused) {
    if (refused.status() != 429) {
      return false;
    }
    Matcher matcher = REFUSED.matcher(refused.reason());
    if (!matcher.find()) {
      return false;
    }
    long others = Long.parseLong(matcher.group(1));
    long operation = Long.parseLong(matcher.group(2));
    long limit = Long.parseLong(matcher.group(3));
    // The same request is counted where it arrives, too: about that much is no other's.
    boolean alone = about(others, operation) || about(PARSING * others, operation);
    return operation > limit || alone && others + operation > limit;
  }

  private static boolean about(long a, long b) {
    return Math.abs(a - b) <= b / 100;
  }
}
