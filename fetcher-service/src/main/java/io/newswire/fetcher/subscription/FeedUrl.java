package io.newswire.fetcher.subscription;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a feed: http or https, normalised as far as RFC 3986 (6.2.2 and 6.2.3) lets it be
 * without changing what it names (case of scheme and host, default port, empty path), without user
 * information and fragment. Characters that have no place in a URI are percent-encoded.
 *
 * @param value the normalised address
 * @param host its host in ASCII, lower case
 * @param credentials the user information it came with, decoded
 */
public record FeedUrl(String value, String host, @Nullable Credentials credentials) {

  private static final int MAX_LENGTH = 4096;

  /** RFC 3986, appendix B, with the authority taken apart. */
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:(?<user>[^/?#]*)@)?"
              + "(?<host>\\[[^\\]/?#@]*\\]|[^:/?#@]*)(?::(?<port>[0-9]*))?"
              + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  /**
   * A user name and a password.
   *
   * @param user the name
   * @param password the password, may be empty
   */
  public record Credentials(String user, String password) {

    @Override
    public String toString() {
      return "Credentials[withheld]";
    }
  }

  /**
   * Reads an address as people give it; {@code feed://} and {@code feed:https://} are understood.
   *
   * @throws InvalidFeedUrlException where no feed can be polled there
   */
  public static FeedUrl parse(String text) {
    String address = withoutFeedScheme(text.strip());
    if (address.length() > MAX_LENGTH) {
      throw new InvalidFeedUrlException("The URL is longer than " + MAX_LENGTH + " characters");
    }
    Matcher parts = URL.matcher(address);
    if (!parts.matches()) {
      throw new InvalidFeedUrlException(
          "Not an absolute URL: give one that begins with http:// or https://");
    }
    String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new InvalidFeedUrlException("Only http and https are polled, not " + scheme);
    }
    String host = host(parts.group("host"));
    String path = parts.group("path");
    String query = parts.group("query");
    String value =
        scheme
            + "://"
            + host
            + port(scheme, parts.group("port"))
            + (path.isEmpty() ? "/" : encodeIllegal(path))
            + (query == null ? "" : "?" + encodeIllegal(query));
    return new FeedUrl(checked(value), host, credentials(parts.group("user")));
  }

  /** Returns the feed id: the first 16 hex digits of the SHA-256 of the address. */
  public String feedId() {
    return idOf(value);
  }

  /** Returns the address. */
  public URI uri() {
    return URI.create(value);
  }

  /** Returns the feed id that belongs to an address that is already normalised, or to a URN. */
  public static String idOf(String address) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String withoutFeedScheme(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("feed://")) {
      return "http://" + text.substring("feed://".length());
    }
    if (lower.startsWith("feed:http://") || lower.startsWith("feed:https://")) {
      return text.substring("feed:".length());
    }
    return text;
  }

  private static String host(String host) {
    if (host.isEmpty()) {
      throw new InvalidFeedUrlException("The URL names no host");
    }
    if (host.startsWith("[")) {
      return host.toLowerCase(Locale.ROOT);
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      if (ascii.isEmpty() || !ascii.matches("[a-z0-9._-]+")) {
        throw new InvalidFeedUrlException("The URL's host is no host name");
      }
      return ascii;
    } catch (InvalidFeedUrlException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidFeedUrlException("The URL's host is no host name: " + e.getMessage());
    }
  }

  private static String port(String scheme, @Nullable String port) {
    if (port == null || port.isEmpty()) {
      return "";
    }
    int number;
    try {
      number = Integer.parseInt(port);
    } catch (NumberFormatException e) {
      throw new InvalidFeedUrlException("The URL's port is no port number");
    }
    if (number < 1 || number > 65_535) {
      throw new InvalidFeedUrlException("The URL's port is no port number");
    }
    boolean usual = number == (scheme.equals("http") ? 80 : 443);
    return usual ? "" : ":" + number;
  }

  private static @Nullable Credentials credentials(@Nullable String userInfo) {
    if (userInfo == null || userInfo.isEmpty()) {
      return null;
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    return new Credentials(decode(user), decode(password));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String encodeIllegal(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean escape = c == '%' && !isEscape(bytes, i);
      if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}[]".indexOf(c) >= 0 || escape) {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
      } else {
        encoded.append(c);
      }
    }
    return encoded.toString();
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return at + 2 < bytes.length
        && HexFormat.isHexDigit(bytes[at + 1])
        && HexFormat.isHexDigit(bytes[at + 2]);
  }

  private static String checked(String value) {
    try {
      return URI.create(value).toString();
    } catch (IllegalArgumentException e) {
      throw new InvalidFeedUrlException("Not a URL that can be asked for: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
