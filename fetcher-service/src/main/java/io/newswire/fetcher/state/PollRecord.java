package io.newswire.fetcher.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One poll of a feed.
 *
 * @param at when
 * @param outcome changed, unchanged, not-modified, or the class of the failure
 * @param httpStatus HTTP status where there was one
 * @param entries entries in the document
 * @param published new, changed and withdrawn entries published
 * @param millis duration of the exchange
 */
public record PollRecord(
    Instant at,
    String outcome,
    @Nullable Integer httpStatus,
    @Nullable Integer entries,
    @Nullable Integer published,
    @Nullable Long millis) {

  /**
   * Checks what is always there.
   *
   * @throws NullPointerException where it is not
   */
  public PollRecord {
    Objects.requireNonNull(at);
    Objects.requireNonNull(outcome);
  }
}
