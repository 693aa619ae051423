package io.newswire.fetcher.feed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What bytes look like as UTF-8 (RFC 3629).
 *
 * @param sequences well-formed sequences of more than one byte
 * @param errors bytes that belong to none
 * @param controls characters that XML forbids
 * @param units how many UTF-16 code units the text has
 */
record Utf8(int sequences, int errors, int controls, int units) {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  static Utf8 of(byte[] b) {
    int sequences = 0;
    int errors = 0;
    int controls = 0;
    int units = b.length;
    int at = plainEnd(b, 0);
    while (at < b.length) {
      int first = b[at];
      int length = 1;
      if (first >= 0) {
        if (first < 0x20 && first != '\n' && first != '\r' && first != '\t') {
          controls++;
        }
      } else {
        length = sequenceLength(b, at);
        if (length > 0) {
          sequences++;
          units -= length == 4 ? 2 : length - 1;
          boolean last =
              first == (byte) 0xEF && b[at + 1] == (byte) 0xBF && b[at + 2] >= (byte) 0xBE;
          controls += last ? 1 : 0;
        } else {
          errors++;
          length = 1;
        }
      }
      at = plainEnd(b, at + length);
    }
    return new Utf8(sequences, errors, controls, units);
  }

  /** Where the characters from {@code from} on end that need no second look: printable ASCII. */
  private static int plainEnd(byte[] b, int from) {
    int at = from;
    int last = b.length - 8;
    while (at <= last) {
      long word = (long) LONGS.get(b, at);
      if (((word | word - 0x2020202020202020L) & 0x8080808080808080L) != 0) {
        break;
      }
      at += 8;
    }
    while (at < b.length && b[at] >= 0x20 && b[at] < 0x7F) {
      at++;
    }
    return at;
  }

  boolean isValid() {
    return errors == 0;
  }

  boolean isAscii() {
    return errors == 0 && sequences == 0;
  }

  /** Whether wrong bytes are few against well-formed sequences. */
  boolean isMostly() {
    return sequences > errors * 2;
  }

  /** The text, each byte that belongs to no well-formed sequence read as windows-1252. */
  static String forgiving(byte[] b) {
    StringBuilder out = new StringBuilder(b.length);
    int start = 0;
    int at = 0;
    while (at < b.length) {
      int length = sequenceLength(b, at);
      if (length == 0) {
        out.append(new String(b, start, at - start, StandardCharsets.UTF_8));
        out.append(windows1252(b[at]));
        at++;
        start = at;
      } else {
        at += length;
      }
    }
    return out.append(new String(b, start, at - start, StandardCharsets.UTF_8)).toString();
  }

  /** The text in windows-1252, in which every byte means something. */
  static String windows1252(byte[] b) {
    StringBuilder out = new StringBuilder(b.length);
    for (byte value : b) {
      out.append(windows1252(value));
    }
    return out.toString();
  }

  private static char windows1252(byte value) {
    char c = (char) (value & 0xFF);
    return c >= 0x80 && c <= 0x9F ? Entities.windows1252(c) : c;
  }

  /** Bytes of the well-formed sequence at {@code at}, or 0 if there is none. */
  private static int sequenceLength(byte[] b, int at) {
    int first = b[at] & 0xFF;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xC2 || first > 0xF4) {
      return 0;
    }
    int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (at + length > b.length) {
      return 0;
    }
    int second = b[at + 1] & 0xFF;
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((b[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
