package io.newswire.indexer.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild is.
 *
 * @param index the index that is built
 * @param replaces the index that served when it began
 * @param phase what it is doing
 * @param startedAt when this instance began or took it up
 * @param finishedAt when it ended
 * @param recordsDone records of the topic that are behind it, counted by offsets
 * @param recordsTotal records of the topic that it has to read, counted by offsets
 * @param percent of the records
 * @param secondsLeft estimate from the speed so far
 * @param waitingFor what is in the way at present
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildProgress(
    String index,
    @Nullable String replaces,
    Phase phase,
    Instant startedAt,
    @Nullable Instant finishedAt,
    long recordsDone,
    long recordsTotal,
    int percent,
    @Nullable Long secondsLeft,
    @Nullable String waitingFor) {

  /** What a rebuild is doing. */
  public enum Phase {
    /** Reads the topic into the new index; the old one serves. */
    @JsonProperty("building")
    BUILDING,
    /** The new index serves; reads what came while the alias was switched. */
    @JsonProperty("catching-up")
    CATCHING_UP,
    /** The new index serves and the old one is gone. */
    @JsonProperty("done")
    DONE,
    /** Given up on demand; the new index is gone. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** The service stopped; it goes on at the next start. */
    @JsonProperty("interrupted")
    INTERRUPTED,
    /** It cannot go on; the reason is in {@code waitingFor}. */
    @JsonProperty("failed")
    FAILED;

    /** Whether nothing more happens. */
    public boolean ended() {
      return this != BUILDING && this != CATCHING_UP;
    }
  }
}
