package io.newswire.parser.extract.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) as pages carry it: raw line breaks in strings, trailing and missing commas,
 * comments and text around the value are put up with. What cannot be read ends the value; nothing
 * is thrown, as broken structured data is the page's fault and the rest of it may still be good.
 */
final class LenientJson {

  private static final int DEEPEST = 60;

  private final String text;
  private int at;

  private LenientJson(String text) {
    this.text = text;
  }

  /**
   * All values of a text, one after another: maps, lists, strings, numbers as strings, booleans.
   */
  static List<Object> readAll(String text) {
    LenientJson json = new LenientJson(text);
    List<Object> values = new ArrayList<>();
    while (json.skipTo("{[")) {
      Object value = json.value(0);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private boolean skipTo(String starts) {
    while (at < text.length() && starts.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at < text.length();
  }

  private @Nullable Object value(int depth) {
    skipSpace();
    if (at >= text.length()) {
      return null;
    }
    char c = text.charAt(at);
    if ((c == '{' || c == '[') && depth >= DEEPEST) {
      at = text.length();
      return null;
    }
    return switch (c) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> string();
      default -> literal();
    };
  }

  private Map<String, Object> object(int depth) {
    at++;
    Map<String, Object> members = new LinkedHashMap<>();
    while (more('}')) {
      int before = at;
      String name = text.charAt(at) == '"' ? string() : bareName();
      skipSpace();
      if (at < text.length() && text.charAt(at) == ':') {
        at++;
        Object value = value(depth);
        if (value != null) {
          members.putIfAbsent(name, value);
        }
      }
      at = Math.max(at, before + 1);
    }
    return members;
  }

  private List<Object> array(int depth) {
    at++;
    List<Object> items = new ArrayList<>();
    while (more(']')) {
      int before = at;
      Object value = value(depth);
      if (value != null) {
        items.add(value);
      }
      at = Math.max(at, before + 1);
    }
    return items;
  }

  /** Moves to the next member or past the end; commas are as good as spaces. */
  private boolean more(char close) {
    while (at < text.length()) {
      skipSpace();
      if (at >= text.length()) {
        return false;
      }
      char c = text.charAt(at);
      if (c == close) {
        at++;
        return false;
      }
      if (c == ']' || c == '}') {
        return false;
      }
      if (c != ',' && c != ';') {
        return true;
      }
      at++;
    }
    return false;
  }

  private String bareName() {
    int start = at;
    while (at < text.length() && ":,{}[]\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at).strip();
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        break;
      }
      if (c == '\\' && at < text.length()) {
        escape(string);
      } else {
        string.append(c);
      }
    }
    return string.toString();
  }

  private void escape(StringBuilder string) {
    char c = text.charAt(at++);
    switch (c) {
      case 'n' -> string.append('\n');
      case 't' -> string.append('\t');
      case 'r' -> string.append('\r');
      case 'b', 'f' -> string.append(' ');
      case 'u' -> unicode(string);
      default -> string.append(c);
    }
  }

  private void unicode(StringBuilder string) {
    int code = 0;
    int digits = 0;
    while (digits < 4 && at < text.length()) {
      int digit = Character.digit(text.charAt(at), 16);
      if (digit < 0) {
        break;
      }
      code = code * 16 + digit;
      digits++;
      at++;
    }
    if (digits == 4) {
      string.append((char) code);
    }
  }

  private @Nullable Object literal() {
    int start = at;
    while (at < text.length() && ",]}\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String literal = text.substring(start, at).strip();
    return switch (literal) {
      case "", "null", "undefined" -> null;
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> literal;
    };
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0') {
        at++;
      } else if (c == '/' && text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else {
        return;
      }
    }
  }
}
