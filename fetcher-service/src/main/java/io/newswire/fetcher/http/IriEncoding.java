package io.newswire.fetcher.http;

import com.google.common.net.InetAddresses;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes a URI of an address as people and sites write it: an international host name in ASCII (RFC
 * 5891), other characters outside RFC 3986's set percent-encoded as UTF-8 (RFC 3987, 3.1).
 */
final class IriEncoding {

  private static final String LITERAL = "-._~:/?#[]@!$&'()*+,;=";
  private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]+");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private IriEncoding() {}

  /** The address as a URI; what cannot be encoded is left as it is, for the parser to refuse. */
  static String toUri(String text) throws InvalidUrlException {
    int authority = text.indexOf("://");
    if (authority < 0) {
      return encoded(text);
    }
    int start = authority + 3;
    int end = start;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, start) + authority(text.substring(start, end)) + rest(text, end);
  }

  private static String rest(String text, int from) {
    int hash = text.indexOf('#', from);
    // The fragment is never sent.
    return encoded(hash < 0 ? text.substring(from) : text.substring(from, hash))
        .replace("[", "%5B")
        .replace("]", "%5D");
  }

  private static String authority(String text) throws InvalidUrlException {
    int at = text.lastIndexOf('@');
    if (at != text.indexOf('@')) {
      throw new InvalidUrlException("the address has more than one @ before its path");
    }
    if (text.chars().anyMatch(Character::isWhitespace)) {
      throw new InvalidUrlException("the address has a space before its path");
    }
    String userInfo = at < 0 ? "" : encoded(text.substring(0, at)) + "@";
    String host = text.substring(at + 1);
    return userInfo + (isAscii(host) ? host : asciiHost(host));
  }

  private static String asciiHost(String hostAndPort) throws InvalidUrlException {
    int colon = hostAndPort.lastIndexOf(':');
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    String port = colon < 0 ? "" : hostAndPort.substring(colon);
    try {
      String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
      // Wide forms of / @ : # and of digits become those: the name must not become something else.
      if (!NAME.matcher(ascii).matches()) {
        throw new InvalidUrlException("the host name cannot be written in ASCII");
      }
      if (InetAddresses.isInetAddress(ascii)) {
        throw new InvalidUrlException("the host is an address in other than plain digits");
      }
      return ascii + port;
    } catch (IllegalArgumentException e) {
      throw new InvalidUrlException("the host name cannot be written in ASCII");
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (isPlain(c) || (c == '%' && isEscape(text, i))) {
        out.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%');
          HEX.toHexDigits(out, b);
        }
      }
    }
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || (c < 0x80 && LITERAL.indexOf(c) >= 0);
  }

  private static boolean isEscape(String text, int from) {
    return from + 2 <= text.length()
        && HexFormat.isHexDigit(text.charAt(from))
        && HexFormat.isHexDigit(text.charAt(from + 1));
  }
}
