package io.newswire.parser.url;

import com.ibm.icu.text.IDNA;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https URL in normal form (RFC 3986, 6.2.2 and 6.2.3): scheme and host in lower case,
 * the host in ASCII (UTS #46), no default port, no dot segments, a path, percent-encoding as {@link
 * PercentEncoding} has it. Real links are written by hand, so the reader takes what browsers take:
 * spaces around it, backslashes for slashes, letters of any script.
 *
 * @param host with its userinfo and port, where there are any, in {@code authority}
 * @param query without the question mark; null where there is none
 * @param fragment without the number sign; null where there is none
 */
record HttpUrl(
    String scheme,
    String userInfo,
    String host,
    String port,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  private static final Pattern URL =
      Pattern.compile(
          "(https?):[/\\\\]{2,}([^/\\\\?#]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(.*)@)?(\\[[0-9a-fA-F:.]+]|[^:@\\[\\]]+)(?::(\\d*))?", Pattern.DOTALL);

  /** The URL, or nothing where the text is no http(s) URL with a host. */
  static Optional<HttpUrl> parse(String text) {
    Matcher url = URL.matcher(withoutControls(text));
    if (!url.matches()) {
      return Optional.empty();
    }
    Matcher authority = AUTHORITY.matcher(url.group(2));
    if (!authority.matches()) {
      return Optional.empty();
    }
    String scheme = url.group(1).toLowerCase(Locale.ROOT);
    String host = host(authority.group(2));
    if (host.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HttpUrl(
            scheme,
            authority.group(1) == null ? "" : authority.group(1) + "@",
            host,
            port(scheme, authority.group(3)),
            path(url.group(3)),
            url.group(4) == null ? null : PercentEncoding.normalize(url.group(4)),
            url.group(5) == null ? null : PercentEncoding.normalize(url.group(5))));
  }

  HttpUrl with(String newHost, String newPath, @Nullable String newQuery) {
    return new HttpUrl(scheme, userInfo, newHost, port, newPath, newQuery, fragment);
  }

  @Override
  public String toString() {
    return scheme
        + "://"
        + userInfo
        + host
        + port
        + path
        + (query == null || query.isEmpty() ? "" : "?" + query)
        + (fragment == null || fragment.isEmpty() ? "" : "#" + fragment);
  }

  /**
   * URL readers drop tabs and line ends anywhere, and other control characters and spaces at the
   * ends (WHATWG URL, 4.4).
   */
  private static String withoutControls(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.chars()
        .filter(c -> c != '\t' && c != '\n' && c != '\r')
        .forEach(c -> kept.append((char) c));
    int start = 0;
    int end = kept.length();
    while (start < end && kept.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && kept.charAt(end - 1) <= ' ') {
      end--;
    }
    return kept.substring(start, end);
  }

  private static String host(String given) {
    String host = PercentEncoding.normalize(given).equals(given) ? given : decoded(given);
    StringBuilder ascii = new StringBuilder();
    IDNA.Info info = new IDNA.Info();
    IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).nameToASCII(host, ascii, info);
    return (info.hasErrors() ? given : ascii.toString()).toLowerCase(Locale.ROOT);
  }

  private static String decoded(String host) {
    try {
      return java.net.URLDecoder.decode(
          host.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return host;
    }
  }

  private static String port(String scheme, @Nullable String given) {
    if (given == null || given.isEmpty()) {
      return "";
    }
    String digits = given.replaceFirst("^0+(?=\\d)", "");
    boolean isDefault = digits.equals(scheme.equals("https") ? "443" : "80");
    return isDefault ? "" : ":" + digits;
  }

  private static String path(String given) {
    String path = PercentEncoding.normalize(given.replace('\\', '/'));
    return path.isEmpty() ? "/" : withoutDotSegments(path);
  }

  /** RFC 3986, 5.2.4. */
  private static String withoutDotSegments(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String segment = segments[i];
      if (segment.equals(".") || segment.equals("..")) {
        if (segment.equals("..") && !kept.isEmpty()) {
          kept.removeLast();
        }
        if (last) {
          kept.addLast("");
        }
      } else {
        kept.addLast(segment);
      }
    }
    return "/" + String.join("/", kept);
  }
}
