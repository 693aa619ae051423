package io.newswire.fetcher.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named character references of HTML (WHATWG HTML, 13.5), read once. Feeds use them freely although
 * XML knows five; nothing that a document declares is ever added, so no entity can expand to more
 * than two characters.
 */
final class Entities {

  private static final Map<String, String> BY_NAME = load();

  /**
   * Code points that windows-1252 gives to 0x80 to 0x9F, where references and bytes of that range
   * come from.
   */
  private static final String WINDOWS_1252 =
      "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
          + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

  private static final int LONGEST_NAME = 32;

  private Entities() {}

  /**
   * The text of the reference {@code name} (without ampersand and semicolon), or null if there is
   * none.
   */
  static @Nullable String named(String name) {
    return name.length() > LONGEST_NAME ? null : BY_NAME.get(name);
  }

  /** The character that {@code c}, between U+0080 and U+009F, stands for in windows-1252. */
  static char windows1252(char c) {
    return WINDOWS_1252.charAt(c - 0x80);
  }

  /** The byte that stands for {@code c} in windows-1252, above 0x7F; -1 if there is none. */
  static int windows1252Byte(char c) {
    int index = WINDOWS_1252.indexOf(c);
    return index < 0 ? -1 : index + 0x80;
  }

  /**
   * Appends what a numeric reference means (WHATWG HTML, 13.2.5.80); characters that XML forbids
   * are left out.
   *
   * @return whether the reference was to a character that XML allows
   */
  static boolean appendNumeric(StringBuilder out, int codePoint) {
    if (codePoint >= 0x80 && codePoint <= 0x9F) {
      out.append(windows1252((char) codePoint));
      return true;
    }
    if (codePoint > 0x10FFFF || codePoint >= 0xD800 && codePoint <= 0xDFFF || codePoint == 0) {
      out.append('\uFFFD');
      return false;
    }
    if (codePoint < 0x20 && codePoint != '\t' && codePoint != '\n' && codePoint != '\r') {
      return false;
    }
    out.appendCodePoint(codePoint);
    return true;
  }

  private static Map<String, String> load() {
    Map<String, String> table = HashMap.newHashMap(2_200);
    try (InputStream in = Entities.class.getResourceAsStream("entities.txt")) {
      if (in == null) {
        throw new IllegalStateException(
            "entities.txt is missing beside " + Entities.class.getName());
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] fields = line.split(" ");
        StringBuilder text = new StringBuilder(2);
        for (int i = 1; i < fields.length; i++) {
          text.appendCodePoint(Integer.parseInt(fields[i], 16));
        }
        table.put(fields[0], text.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(table);
  }
}
