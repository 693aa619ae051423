package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * Turns a stretch of markup text into the characters it means: resolves character references once,
 * normalises line ends (XML 1.0, 2.11) and leaves out characters that XML forbids. One for a
 * document, which it keeps facts about.
 */
final class TextDecoder {

  private final String source;
  private final boolean carriageReturns;
  private final boolean controls;
  private final Problems problems;
  private final StringBuilder unread = new StringBuilder();
  private boolean entitiesMayBeDeclared;

  TextDecoder(String source, boolean controls, Problems problems) {
    this.source = source;
    this.carriageReturns = source.indexOf('\r') >= 0;
    this.controls = controls;
    this.problems = problems;
  }

  /** The text between two positions, references resolved. */
  String text(int from, int to) {
    int ampersand = source.indexOf('&', from, to);
    if (ampersand < 0) {
      return literal(from, to);
    }
    StringBuilder out = new StringBuilder(to - from);
    int at = from;
    while (ampersand >= 0) {
      out.append(source, at, ampersand);
      at = reference(ampersand, to, out);
      ampersand = source.indexOf('&', at, to);
    }
    out.append(source, at, to);
    return carriageReturns || controls ? clean(out.toString()) : out.toString();
  }

  /** The characters between two positions without looking at references, as in a CDATA section. */
  String literal(int from, int to) {
    String text = source.substring(from, to);
    return carriageReturns || controls ? clean(text) : text;
  }

  /**
   * A document type declaration was passed: references that nobody here knows may be to what it
   * declares, which makes them no errors (XML 1.0, 4.1). They are left as they stand.
   */
  void entitiesMayBeDeclared() {
    entitiesMayBeDeclared = true;
  }

  /** Notes what is wrong with the references between two positions. */
  void judge(int from, int to) {
    int ampersand = source.indexOf('&', from, to);
    while (ampersand >= 0) {
      int end = reference(ampersand, to, unread);
      unread.setLength(0);
      ampersand = source.indexOf('&', end, to);
    }
  }

  /** Appends what the reference at {@code ampersand} means, and returns the position after it. */
  private int reference(int ampersand, int to, StringBuilder out) {
    int at = ampersand + 1;
    if (at < to && source.charAt(at) == '#') {
      return numericReference(ampersand, to, out);
    }
    int end = at;
    while (end < to && end - at <= 32 && isNameCharacter(source.charAt(end))) {
      end++;
    }
    if (end < to && end > at && source.charAt(end) == ';') {
      String text = predefined(at, end);
      if (text == null) {
        text = Entities.named(source.substring(at, end));
        if (text != null && !entitiesMayBeDeclared) {
          problems.add("a character reference that XML does not know");
        }
      }
      if (text != null) {
        out.append(text);
        return end + 1;
      }
      if (entitiesMayBeDeclared) {
        out.append('&');
        return at;
      }
    }
    String torn = end < to && source.charAt(end) == '=' ? null : predefined(at, end);
    if (torn != null) {
      problems.add("a character reference without its semicolon");
      out.append(torn);
      return end;
    }
    problems.add("an ampersand that is not escaped");
    out.append('&');
    return at;
  }

  private int numericReference(int ampersand, int to, StringBuilder out) {
    int at = ampersand + 2;
    int radix = 10;
    if (at < to && (source.charAt(at) == 'x' || source.charAt(at) == 'X')) {
      radix = 16;
      if (source.charAt(at) == 'X') {
        problems.add("a character reference with a capital X");
      }
      at++;
    }
    int start = at;
    int value = 0;
    while (at < to) {
      int digit = Character.digit(source.charAt(at), radix);
      if (digit < 0) {
        break;
      }
      value = Math.min(value * radix + digit, 0x110000);
      at++;
    }
    if (at == start) {
      problems.add("an ampersand that is not escaped");
      out.append('&');
      return ampersand + 1;
    }
    if (!Entities.appendNumeric(out, value)) {
      problems.add("a reference to a character that XML forbids");
    }
    if (at < to && source.charAt(at) == ';') {
      return at + 1;
    }
    problems.add("a character reference without its semicolon");
    return at;
  }

  private @Nullable String predefined(int from, int to) {
    switch (to - from) {
      case 2 -> {
        if (source.charAt(from + 1) == 't') {
          char c = source.charAt(from);
          return c == 'l' ? "<" : c == 'g' ? ">" : null;
        }
        return null;
      }
      case 3 -> {
        return source.startsWith("amp", from) ? "&" : null;
      }
      case 4 -> {
        return source.startsWith("quot", from)
            ? "\""
            : source.startsWith("apos", from) ? "'" : null;
      }
      default -> {
        return null;
      }
    }
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private String clean(String text) {
    int at = 0;
    int length = text.length();
    while (at < length && isPlain(text.charAt(at))) {
      at++;
    }
    if (at == length) {
      return text;
    }
    StringBuilder out = new StringBuilder(length).append(text, 0, at);
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (isPlain(c)) {
        out.append(c);
      } else if (c == '\r') {
        if (at + 1 == length || text.charAt(at + 1) != '\n') {
          out.append('\n');
        }
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0xFFFE || c == '\n' || c == '\t';
  }
}
