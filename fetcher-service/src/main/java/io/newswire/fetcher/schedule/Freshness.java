package io.newswire.fetcher.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long an answer stays fresh by its headers (RFC 9111, 4.2). */
public final class Freshness {

  private Freshness() {}

  /**
   * What {@code Cache-Control: max-age} less {@code Age}, or else {@code Expires}, leaves.
   *
   * @param headers with lower-case names
   * @param receivedAt when the answer came
   * @return null when the headers say nothing, or nothing that can be read
   */
  public static @Nullable Duration of(Map<String, String> headers, Instant receivedAt) {
    throw new UnsupportedOperationException(headers.toString() + receivedAt);
  }
}
