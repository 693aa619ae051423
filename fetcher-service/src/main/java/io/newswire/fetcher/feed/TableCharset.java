package io.newswire.fetcher.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A charset of single bytes that the Java platform lacks and feeds are declared in: ASCII, and a
 * table for the other half. Reads only.
 */
final class TableCharset extends Charset {

  /** In a table, a byte that stands for nothing. */
  private static final char NOTHING = '\uFFFD';

  private final char[] upperHalf;

  private TableCharset(String name, char[] upperHalf) {
    super(name, null);
    this.upperHalf = upperHalf;
  }

  /** The charset of this name, or null if there is no table for it. */
  static @Nullable Charset find(String name) {
    return Tables.BY_NAME.get(name);
  }

  @Override
  public boolean contains(Charset other) {
    return other.equals(StandardCharsets.US_ASCII) || other.equals(this);
  }

  @Override
  public boolean canEncode() {
    return false;
  }

  @Override
  public CharsetEncoder newEncoder() {
    throw new UnsupportedOperationException("nothing is written in " + name());
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          byte value = in.get();
          char c = value >= 0 ? (char) value : upperHalf[value + 128];
          if (c == NOTHING) {
            in.position(in.position() - 1);
            return CoderResult.unmappableForLength(1);
          }
          out.put(c);
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  /** The tables, read when the first name that the platform does not know is met. */
  private static final class Tables {

    static final Map<String, Charset> BY_NAME = read();

    private Tables() {}

    private static Map<String, Charset> read() {
      Map<String, Charset> table = new HashMap<>();
      try (InputStream in = TableCharset.class.getResourceAsStream("charsets.txt")) {
        if (in == null) {
          throw new IllegalStateException(
              "charsets.txt is missing beside " + TableCharset.class.getName());
        }
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .forEach(words -> table.put(words[0], new TableCharset(words[0], upperHalf(words))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Map.copyOf(table);
    }

    private static char[] upperHalf(String[] words) {
      char[] characters = new char[128];
      for (int i = 0; i < 128; i++) {
        String word = words[i + 1];
        characters[i] = word.equals("-") ? NOTHING : (char) Integer.parseInt(word, 16);
      }
      return characters;
    }
  }
}
