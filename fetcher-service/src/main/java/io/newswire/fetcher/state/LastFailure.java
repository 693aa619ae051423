package io.newswire.fetcher.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest failure of a feed.
 *
 * @param failureClass its class, by its name in events
 * @param message what was wrong
 * @param httpStatus HTTP status where there was one
 * @param at when
 */
public record LastFailure(
    @JsonProperty("class") String failureClass,
    String message,
    @Nullable Integer httpStatus,
    Instant at) {}
