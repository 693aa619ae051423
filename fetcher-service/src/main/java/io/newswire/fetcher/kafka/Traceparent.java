package io.newswire.fetcher.kafka;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A W3C Trace Context parent: one trace per poll or submission, carried by every event it causes.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 */
public record Traceparent(String traceId, String spanId) {

  /** Starts a new trace. */
  public static Traceparent start(RandomGenerator random) {
    HexFormat hex = HexFormat.of();
    // An id of zeros is invalid (W3C Trace Context, 3.2.2.3 and 3.2.2.4).
    String trace = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1);
    return new Traceparent(trace, hex.toHexDigits(random.nextLong() | 1));
  }

  /** Returns the header's value, version 00, sampled. */
  public String value() {
    return "00-" + traceId + "-" + spanId + "-01";
  }
}
