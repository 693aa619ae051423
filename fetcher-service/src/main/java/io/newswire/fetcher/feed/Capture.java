package io.newswire.fetcher.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The text of one element while it is being read: characters, and child elements as markup where
 * they are.
 */
final class Capture {

  /** What the element says its content is. */
  enum Kind {
    /** Plain text. */
    TEXT,
    /** HTML as escaped text; child elements, where they are in spite of that, are markup too. */
    HTML,
    /** Markup as child elements. */
    MARKUP,
    /** Base64 of a text. */
    BASE64
  }

  private final int maxLength;
  private Name element = new Name("", "");
  private Field field = Field.UNKNOWN;
  private Kind kind = Kind.TEXT;
  private @Nullable String base;
  private int nested;
  private int depth;
  private int children;
  private @Nullable String only;
  private final StringBuilder pieces = new StringBuilder();
  private boolean escaping;
  private boolean cut;
  private int firstTagEnd = -1;
  private int lastTagStart = -1;
  private int rootElements;
  private boolean unwraps;

  Capture(int maxLength) {
    this.maxLength = maxLength;
  }

  /**
   * Begins to take in {@code element}.
   *
   * @param unwraps whether a {@code div} around all of it is no part of the content
   * @param base its own {@code xml:base}, if it has one
   */
  void begin(Name element, Field field, Kind kind, boolean unwraps, @Nullable String base) {
    this.unwraps = unwraps;
    this.element = element;
    this.field = field;
    this.kind = kind;
    this.base = base;
    nested = 0;
    depth = 0;
    children = 0;
    only = null;
    pieces.setLength(0);
    escaping = kind == Kind.MARKUP;
    cut = false;
    firstTagEnd = -1;
    lastTagStart = -1;
    rootElements = 0;
  }

  Field field() {
    return field;
  }

  @Nullable String base() {
    return base;
  }

  Kind kind() {
    return kind;
  }

  /** Whether a child element is open. */
  boolean isInside() {
    return depth > 0;
  }

  Name element() {
    return element;
  }

  boolean hasChildren() {
    return children > 0;
  }

  /** Whether part of the text was left out for being too long. */
  boolean isCut() {
    return cut;
  }

  void text(String text, boolean literal) {
    String piece = text;
    // Directly in an RSS description, markup as text beside markup as elements is a slip and not an
    // example.
    if (escaping && (kind == Kind.MARKUP || !literal && (depth > 0 || !looksEscaped(text)))) {
      piece = escape(text);
    }
    if (only == null && pieces.isEmpty()) {
      only = piece;
    } else {
      append(piece);
    }
  }

  /** Takes in a start tag, given as it is to stand in the markup. */
  void open(Name name, String tag, boolean empty) {
    children++;
    if (name == element && !empty) {
      nested++;
    }
    flush();
    boolean isDiv = name.local.equals("div");
    boolean wraps = false;
    if (depth == 0) {
      rootElements++;
      wraps =
          isDiv && rootElements == 1 && pieces.toString().isBlank() && !tag.contains("xml:base");
    }
    if (kind == Kind.HTML && !isDiv) {
      escaping = true;
    }
    append(tag);
    if (wraps) {
      firstTagEnd = pieces.length();
    }
    if (!empty) {
      depth++;
    }
  }

  /** Takes in markup as it is. */
  void raw(String markup) {
    flush();
    append(markup);
  }

  /** Takes in an end tag. */
  void close(Name name, String tag) {
    flush();
    depth = Math.max(0, depth - 1);
    if (depth == 0) {
      lastTagStart = pieces.length();
    }
    append(tag);
    if (name == element) {
      nested--;
    }
  }

  /** Whether an end tag of this name closes the captured element and not one inside. */
  boolean isClosedBy(Name name) {
    return (name == element || name.lower.equals(element.lower)) && nested <= 0;
  }

  /** What was taken in, trimmed. */
  String value() {
    String value = only != null ? only.strip() : unwrapped();
    return kind == Kind.BASE64 ? decodedBase64(value) : value;
  }

  private String unwrapped() {
    String all = pieces.toString();
    if (unwraps && rootElements == 1 && firstTagEnd >= 0 && lastTagStart >= firstTagEnd) {
      int close = all.indexOf('>', lastTagStart);
      if (close >= 0 && all.substring(close + 1).isBlank()) {
        return all.substring(firstTagEnd, lastTagStart).strip();
      }
    }
    return all.strip();
  }

  private void flush() {
    if (only != null) {
      String text = only;
      only = null;
      append(text);
    }
  }

  private void append(String piece) {
    if (only != null) {
      String text = only;
      only = null;
      append(text);
    }
    if (pieces.length() + piece.length() > maxLength) {
      cut = true;
      pieces.append(piece, 0, Math.max(0, Math.min(piece.length(), maxLength - pieces.length())));
    } else {
      pieces.append(piece);
    }
  }

  private static boolean looksEscaped(String text) {
    int at = text.indexOf('<');
    while (at >= 0 && at + 1 < text.length()) {
      char c = text.charAt(at + 1);
      if (c == '/' || Character.isLetter(c)) {
        return true;
      }
      at = text.indexOf('<', at + 1);
    }
    return false;
  }

  private static String escape(String text) {
    if (text.indexOf('&') < 0 && text.indexOf('<') < 0 && text.indexOf('>') < 0) {
      return text;
    }
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String decodedBase64(String value) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value.replaceAll("\\s+", ""));
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Said to be base64 and is not, or is no text: the characters are all there is.
      return value;
    }
  }

  /**
   * What an Atom text or content element holds, from its {@code type} and (Atom 0.3) {@code mode}.
   */
  static Kind kindOf(@Nullable String type, @Nullable String mode, Kind otherwise) {
    String media = type == null ? "" : type.toLowerCase(Locale.ROOT);
    int parameters = media.indexOf(';');
    media = parameters < 0 ? media : media.substring(0, parameters).strip();
    if ("base64".equalsIgnoreCase(mode)) {
      return Kind.BASE64;
    }
    boolean escaped = "escaped".equalsIgnoreCase(mode);
    return switch (media) {
      case "" -> otherwise;
      case "text", "text/plain", "plain" -> Kind.TEXT;
      case "html", "text/html" -> Kind.HTML;
      case "xhtml", "text/xhtml", "application/xhtml+xml" -> escaped ? Kind.HTML : Kind.MARKUP;
      default -> {
        if (media.endsWith("+xml") || media.endsWith("/xml")) {
          yield escaped ? Kind.HTML : Kind.MARKUP;
        }
        boolean text = escaped || media.startsWith("text/") || media.indexOf('/') < 0;
        yield text ? Kind.TEXT : Kind.BASE64;
      }
    };
  }
}
