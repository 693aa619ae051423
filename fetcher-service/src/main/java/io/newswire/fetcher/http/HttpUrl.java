package io.newswire.fetcher.http;

import com.google.common.net.InetAddresses;
import java.net.Inet4Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address as it may be asked: absolute, http or https, with a host that every reader takes for
 * the same host.
 *
 * <p>What one parser takes for a path another takes for a host; requests forged that way reach
 * servers that nobody meant. So the notations that parsers disagree about are not repaired but
 * refused: backslashes, white space and control characters, numbers for addresses in any form but
 * dotted decimal, and more than one {@code @}.
 *
 * @param url without user name, password and fragment
 * @param credentials the user name and password that stood in the address
 */
public record HttpUrl(URI url, @Nullable BasicCredentials credentials) {

  /** Longest address that is taken. */
  public static final int MAX_LENGTH = 4096;

  /** RFC 1035, 2.3.4. */
  private static final int LONGEST_LABEL = 63;

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern HOST_NAME =
      Pattern.compile(
          "(?:[_-]*[A-Za-z0-9][A-Za-z0-9_-]*\\.)*(?:[A-Za-z][A-Za-z0-9_-]*|[0-9]+)\\.?");
  private static final Pattern DOTTED_DECIMAL =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern NUMERIC_LABEL = Pattern.compile("\\d+|0[xX][0-9A-Fa-f]*");

  /**
   * Reads an address that somebody typed or a site sent.
   *
   * @throws InvalidUrlException with what is wrong with it
   */
  public static HttpUrl parse(String text) throws InvalidUrlException {
    return of(syntax(text.strip()));
  }

  /**
   * Reads a reference as a site sent it, relative to the address it came from (RFC 3986, 5.2).
   *
   * @throws InvalidUrlException with what is wrong with it
   */
  public static HttpUrl resolve(URI base, String reference) throws InvalidUrlException {
    String text = reference.strip();
    if (SCHEME.matcher(text).lookingAt()) {
      return parse(text);
    }
    String origin = base.getScheme() + "://" + base.getRawAuthority();
    if (text.startsWith("//")) {
      return parse(base.getScheme() + ":" + text);
    }
    if (text.startsWith("/")) {
      return parse(origin + text);
    }
    if (text.isEmpty() || text.startsWith("#")) {
      return of(base);
    }
    String path = base.getRawPath();
    if (text.startsWith("?")) {
      return parse(origin + path + text);
    }
    return of(base.resolve(syntax("./" + text)));
  }

  /**
   * Checks an address that has been parsed.
   *
   * @throws InvalidUrlException with what is wrong with it
   */
  public static HttpUrl of(URI uri) throws InvalidUrlException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new InvalidUrlException(
          scheme.isEmpty()
              ? "the address is not absolute: it has to begin with http:// or https://"
              : "only http and https are fetched, not " + scheme);
    }
    Authority authority = Authority.of(uri);
    if (authority == null || authority.host().isEmpty()) {
      throw new InvalidUrlException("the address has no host name that can be read without doubt");
    }
    String host = authority.host();
    int port = authority.port();
    if (port == 0 || port > 65535) {
      throw new InvalidUrlException("there is no port " + port);
    }
    checkHost(host);
    return new HttpUrl(bare(uri, scheme, host, port), credentials(authority.userInfo()));
  }

  private static URI syntax(String text) throws InvalidUrlException {
    if (text.length() > MAX_LENGTH) {
      throw new InvalidUrlException("the address is longer than " + MAX_LENGTH + " characters");
    }
    if (text.indexOf('\\') >= 0) {
      throw new InvalidUrlException("the address has a backslash");
    }
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      throw new InvalidUrlException("the address has a control character");
    }
    try {
      return new URI(IriEncoding.toUri(text));
    } catch (URISyntaxException e) {
      throw new InvalidUrlException("the address is not well-formed: " + e.getReason());
    }
  }

  private static void checkHost(String host) throws InvalidUrlException {
    if (host.startsWith("[")) {
      if (host.indexOf('%') >= 0) {
        throw new InvalidUrlException("an address with a zone is not fetched");
      }
      if (InetAddresses.forUriString(host) instanceof Inet4Address) {
        throw new InvalidUrlException("the host is an IPv4 address written as an IPv6 address");
      }
      return;
    }
    if (!HOST_NAME.matcher(host).matches() || host.contains("..") || host.length() > 253) {
      throw new InvalidUrlException("the address has no valid host name");
    }
    String[] labels = host.split("\\.");
    if (Stream.of(labels).anyMatch(label -> label.length() > LONGEST_LABEL)) {
      throw new InvalidUrlException("the address has no valid host name");
    }
    // What ends in a number is an IPv4 address to every browser (WHATWG URL, "ends in a number").
    if (NUMERIC_LABEL.matcher(labels[labels.length - 1]).matches()
        && !DOTTED_DECIMAL.matcher(host).matches()) {
      throw new InvalidUrlException("the host is a number that is no dotted decimal IPv4 address");
    }
  }

  private static URI bare(URI uri, String scheme, String host, int port)
      throws InvalidUrlException {
    StringBuilder text = new StringBuilder(scheme).append("://");
    text.append(host.toLowerCase(Locale.ROOT));
    if (port > 0 && port != defaultPort(scheme)) {
      text.append(':').append(port);
    }
    String path = uri.getRawPath();
    text.append(path == null || path.isEmpty() ? "/" : path);
    if (uri.getRawQuery() != null) {
      text.append('?').append(uri.getRawQuery());
    }
    try {
      return new URI(text.toString());
    } catch (URISyntaxException e) {
      throw new InvalidUrlException("the address is not well-formed: " + e.getReason());
    }
  }

  private static @Nullable BasicCredentials credentials(@Nullable String userInfo)
      throws InvalidUrlException {
    if (userInfo == null || userInfo.isEmpty() || userInfo.equals(":")) {
      return null;
    }
    int colon = userInfo.indexOf(':');
    String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
    String password = colon < 0 ? "" : userInfo.substring(colon + 1);
    String decodedUser = decoded(user);
    if (decodedUser.indexOf(':') >= 0) {
      throw new InvalidUrlException("the user name in the address has a colon");
    }
    return new BasicCredentials(decodedUser, decoded(password));
  }

  private static String decoded(String text) throws InvalidUrlException {
    try {
      // A plus sign stays one: user names are not form data.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new InvalidUrlException("the user name or password in the address is badly encoded");
    }
  }

  static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  /**
   * The host of an address that was checked here, in brackets where it is an IPv6 address.
   *
   * @throws IllegalArgumentException where it was not
   */
  public static String host(URI url) {
    return authority(url).host();
  }

  private static Authority authority(URI url) {
    Authority authority = Authority.of(url);
    if (authority == null) {
      throw new IllegalArgumentException("an address without a host");
    }
    return authority;
  }

  /** The host without the brackets of an IPv6 address. */
  static String bareHost(URI url) {
    String host = host(url);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  static int port(URI url) {
    int port = authority(url).port();
    return port > 0 ? port : defaultPort(url.getScheme());
  }

  /** Whether both are of one scheme, host and port (RFC 6454). */
  static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equals(b.getScheme())
        && host(a).equalsIgnoreCase(host(b))
        && port(a) == port(b);
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return url.toString();
  }
}
