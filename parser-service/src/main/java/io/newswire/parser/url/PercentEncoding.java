package io.newswire.parser.url;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding normalised as RFC 3986, 6.2.2 allows: hex digits in upper case, unreserved
 * characters decoded. What may not stand in a URL at all (spaces, quotes, anything beyond ASCII) is
 * encoded from UTF-8, as browsers do.
 */
final class PercentEncoding {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /**
   * gen-delims, sub-delims and unreserved characters: what stands for itself in a path, a query or
   * a fragment.
   */
  private static final String ALLOWED = "-._~:/?@!$&'()*+,;=[]|";

  private PercentEncoding() {}

  /** The component normalised; applying it again changes nothing. */
  static String normalize(String component) {
    StringBuilder out = new StringBuilder(component.length() + 16);
    int i = 0;
    while (i < component.length()) {
      int c = component.codePointAt(i);
      int length = Character.charCount(c);
      if (c == '%' && isEscape(component, i)) {
        appendEscape(out, HexFormat.fromHexDigits(component, i + 1, i + 3));
        length = 3;
      } else if (isAllowed(c)) {
        out.append((char) c);
      } else {
        appendEncoded(out, component.substring(i, i + length));
      }
      i += length;
    }
    return out.toString();
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }

  private static void appendEscape(StringBuilder out, int octet) {
    if (isUnreserved(octet)) {
      out.append((char) octet);
    } else {
      out.append('%').append(HEX.toHexDigits((byte) octet));
    }
  }

  private static void appendEncoded(StringBuilder out, String character) {
    for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.toHexDigits(octet));
    }
  }

  private static boolean isAllowed(int c) {
    return isLetterOrDigit(c) || c < 128 && ALLOWED.indexOf(c) >= 0;
  }

  private static boolean isUnreserved(int c) {
    return isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }
}
