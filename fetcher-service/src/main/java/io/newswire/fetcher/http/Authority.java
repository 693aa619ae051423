package io.newswire.fetcher.http;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * User information, host and port of an address. {@link URI} reads none of them where the host name
 * has an underscore, or a label that begins or ends with a hyphen: its grammar is that of RFC 2396.
 * RFC 3986 (3.2.2) allows such names, and DNS has them, so they are read here; nothing else is.
 *
 * @param userInfo as it stands in the address
 * @param host an IPv6 address has its brackets
 * @param port -1 where there is none
 */
record Authority(@Nullable String userInfo, String host, int port) {

  private static final Pattern NAMED =
      Pattern.compile("(?:([^@\\[\\]]*)@)?([A-Za-z0-9_.-]+)(?::([0-9]{0,5}))?");

  /** Returns it, or null where the address has no host that can be read without doubt. */
  static @Nullable Authority of(URI url) {
    if (url.getHost() != null) {
      return new Authority(url.getRawUserInfo(), url.getHost(), url.getPort());
    }
    String text = url.getRawAuthority();
    Matcher parts = NAMED.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return null;
    }
    String port = parts.group(3);
    return new Authority(
        parts.group(1),
        parts.group(2),
        port == null || port.isEmpty() ? -1 : Integer.parseInt(port));
  }
}
