package io.newswire.fetcher.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Undoes what happens to UTF-8 that was taken for a single-byte charset and encoded once more:
 * {@code Â®} for ®.
 */
final class Mojibake {

  private Mojibake() {}

  /**
   * Whether a document has characters that every doubly encoded text has; false for nearly all
   * documents.
   */
  static boolean isPossibleIn(String document) {
    return document.indexOf('\u00C2') >= 0
        || document.indexOf('\u00C3') >= 0
        || document.indexOf('\u00E2') >= 0;
  }

  /**
   * {@code text}, decoded once more if all of it is UTF-8 taken for windows-1252; else unchanged.
   */
  static String repaired(String text) {
    byte[] bytes = new byte[text.length()];
    boolean high = false;
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      int value = c <= 0xFF ? c : Entities.windows1252Byte(c);
      if (value < 0) {
        return text;
      }
      high |= value >= 0x80;
      bytes[i] = (byte) value;
    }
    if (!high) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // Not UTF-8: the characters are what was meant.
      return text;
    }
  }
}
