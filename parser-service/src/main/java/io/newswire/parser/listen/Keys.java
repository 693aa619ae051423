package io.newswire.parser.listen;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Untrusted values in log lines: on one line, of bounded length. */
final class Keys {

  private static final int LONGEST = 200;

  private Keys() {}

  static String printable(byte @Nullable [] key) {
    return key == null ? "none" : printable(new String(key, UTF_8));
  }

  static String printable(@Nullable String text) {
    if (text == null) {
      return "none";
    }
    String oneLine = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return oneLine.length() <= LONGEST ? oneLine : oneLine.substring(0, LONGEST) + "…";
  }
}
