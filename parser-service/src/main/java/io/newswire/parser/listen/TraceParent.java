package io.newswire.parser.listen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of an event. The ids are derived from the event, not drawn: a replay
 * belongs to the trace it replays, and gives the same headers.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param flags two hex digits
 */
record TraceParent(String traceId, String spanId, String flags) {

  private static final Pattern FORMAT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2}).*");

  /**
   * @param incoming the header of the event that led to this one, where there is one
   * @param eventId id of this event
   * @return the trace of the incoming event, else one of its own, with a span of this event
   */
  static TraceParent following(@Nullable String incoming, String eventId) {
    String digest = sha256("/newswire/parser " + eventId);
    String spanId = digest.substring(32, 48);
    Matcher matcher = FORMAT.matcher(incoming == null ? "" : incoming);
    return matcher.matches()
        ? new TraceParent(matcher.group(1), spanId, matcher.group(2))
        : new TraceParent(digest.substring(0, 32), spanId, "01");
  }

  @Override
  public String toString() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
