package io.newswire.fetcher.schedule;

import io.newswire.fetcher.http.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer stays fresh by its headers (RFC 9111, 4.2). */
public final class Freshness {

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,18})\"?");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");
  private static final long MOST_SECONDS = Duration.ofDays(3650).toSeconds();

  private Freshness() {}

  /**
   * What {@code Cache-Control: max-age} less {@code Age}, or else {@code Expires}, leaves.
   *
   * @param headers with lower-case names
   * @param receivedAt when the answer came
   * @return null when the headers say nothing, or nothing that can be read
   */
  public static @Nullable Duration of(Map<String, String> headers, Instant receivedAt) {
    String control = headers.getOrDefault("cache-control", "").toLowerCase(Locale.ROOT);
    if (control.contains("no-store") || control.contains("no-cache")) {
      return null;
    }
    Matcher maxAge = MAX_AGE.matcher(control);
    if (maxAge.find()) {
      // max-age counts, whatever Expires says (RFC 9111, 5.3).
      return left(Long.parseLong(maxAge.group(1)) - age(headers.get("age")));
    }
    Instant expires = date(headers.get("expires"));
    if (expires == null) {
      return null;
    }
    // The server's own clock decides, where it tells it: ours may differ.
    Instant date = date(headers.get("date"));
    return left(Duration.between(date == null ? receivedAt : date, expires).toSeconds());
  }

  /** Whether the headers say anything about it, be it that the answer may not be kept. */
  public static boolean isSaid(Map<String, String> headers) {
    return headers.containsKey("cache-control") || headers.containsKey("expires");
  }

  private static Duration left(long seconds) {
    return Duration.ofSeconds(Math.clamp(seconds, 0, MOST_SECONDS));
  }

  private static long age(@Nullable String value) {
    return value != null && DIGITS.matcher(value.strip()).matches()
        ? Long.parseLong(value.strip())
        : 0;
  }

  private static @Nullable Instant date(@Nullable String value) {
    if (value == null) {
      return null;
    }
    try {
      return HttpDate.parse(value);
    } catch (DateTimeParseException e) {
      // "0" and "-1" are common, and mean that it has expired (RFC 9111, 5.3).
      return null;
    }
  }
}
