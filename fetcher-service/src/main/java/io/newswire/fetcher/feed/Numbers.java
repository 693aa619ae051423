package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as feeds write them; null for what is none, so that a wrong number loses nothing else.
 */
final class Numbers {

  private Numbers() {}

  /** The leading non-negative integer of {@code text}, as in {@code 640px}. */
  static @Nullable Integer integer(@Nullable String text) {
    Long value = longInteger(text);
    return value == null || value > Integer.MAX_VALUE ? null : value.intValue();
  }

  /** As {@link #integer}, to 18 digits; thousands separators are skipped. */
  static @Nullable Long longInteger(@Nullable String text) {
    if (text == null) {
      return null;
    }
    long value = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + c - '0';
        if (++digits > 18) {
          return null;
        }
      } else if (!((c == ',' || c == ' ') && (digits == 0 || i + 3 < text.length()))) {
        break;
      }
    }
    return digits == 0 ? null : value;
  }
}
