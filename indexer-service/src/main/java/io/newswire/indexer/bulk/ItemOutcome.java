package io.newswire.indexer.bulk;

/** What became of one item of a bulk request. All but the last are ends. */
public sealed interface ItemOutcome {

  /** The document is in the index, or the deletion is. */
  record Indexed() implements ItemOutcome {}

  /** The index already holds this version or a newer one: nothing had to be done. */
  record Stale() implements ItemOutcome {}

  /** The article's time is over: nothing was written. */
  record Expired() implements ItemOutcome {}

  /**
   * Elasticsearch will never take this item; it goes to the dead letters.
   *
   * @param status HTTP status of the item or of the request it was alone in
   * @param type Elasticsearch's error type
   * @param reason Elasticsearch's reason, with its cause
   */
  record Rejected(int status, String type, String reason) implements ItemOutcome {}

  /**
   * The cause may pass; the item has to be sent again.
   *
   * @param status HTTP status; 0 where there was no answer
   * @param type Elasticsearch's error type, or the class of the failure
   * @param reason what happened
   */
  record Retryable(int status, String type, String reason) implements ItemOutcome {

    private static final String INDEX_MISSING = "index_not_found_exception";

    /** There is nothing to write to. */
    public static Retryable indexMissing(String reason) {
      return new Retryable(404, INDEX_MISSING, reason);
    }

    /** Whether the index that was written to is not there. */
    public boolean indexMissing() {
      return type.equals(INDEX_MISSING);
    }
  }
}
