package io.newswire.indexer.bulk;

import io.newswire.indexer.bulk.ItemOutcome.Rejected;
import io.newswire.indexer.bulk.ItemOutcome.Retryable;
import io.newswire.indexer.bulk.ItemOutcome.Stale;
import java.util.Set;

/**
 * An error of one item in the answer to a bulk request.
 *
 * @param status the item's HTTP status
 * @param type Elasticsearch's error type
 * @param reason Elasticsearch's reason
 */
record ItemError(int status, String type, String reason) {

  /** Answered with statuses that otherwise blame the document, although it is the index's state. */
  private static final Set<String> STATE_OF_THE_INDEX =
      Set.of(
          "cluster_block_exception",
          "index_closed_exception",
          "index_not_found_exception",
          "no_shard_available_action_exception",
          "shard_not_found_exception",
          "unavailable_shards_exception",
          "es_rejected_execution_exception",
          "circuit_breaking_exception",
          "process_cluster_event_timeout_exception",
          "security_exception");

  /** An alias without a write index is answered as if the document were wrong. */
  private static final String NO_WRITE_INDEX = "no write index is defined";

  ItemOutcome outcome() {
    if (status == 409) {
      return new Stale();
    }
    if (passing()) {
      return new Retryable(status, type, reason);
    }
    return new Rejected(status, type, reason);
  }

  private boolean passing() {
    return status >= 500
        || status == 429
        || status == 408
        || status == 401
        || status == 403
        || STATE_OF_THE_INDEX.contains(type)
        || reason.contains(NO_WRITE_INDEX);
  }
}
