package io.newswire.fetcher.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

  /** More than this is no sensible request; who uses the value sets limits of its own below. */
  private static final long MAX_SECONDS = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /** The time to wait from {@code now}; null when the value says nothing, or nothing sensible. */
  static @Nullable Duration parse(@Nullable String value, Instant now) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String text = value.strip();
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      long seconds = text.length() > 9 ? MAX_SECONDS : Long.parseLong(text);
      return Duration.ofSeconds(Math.min(seconds, MAX_SECONDS));
    }
    try {
      Duration wait = Duration.between(now, HttpDate.parse(text));
      if (wait.isNegative()) {
        return Duration.ZERO;
      }
      return wait.toSeconds() > MAX_SECONDS ? Duration.ofSeconds(MAX_SECONDS) : wait;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
