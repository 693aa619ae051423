package io.newswire.fetcher.http;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What counts as one site for politeness. */
public final class SiteKey {

  private SiteKey() {}

  /**
   * The registrable domain (a label below the public suffix list's suffix); of addresses and of
   * names that have none, host and port: there each port is a server of its own.
   */
  static String of(URI url) {
    String host = host(url);
    String domain = registrableDomain(host);
    return domain == null ? host + ":" + HttpUrl.port(url) : domain;
  }

  /** The registrable domain, or the host where there is none, whatever the port. */
  public static String ofAllPorts(URI url) {
    String host = host(url);
    String domain = registrableDomain(host);
    return domain == null ? host : domain;
  }

  private static String host(URI url) {
    String host = HttpUrl.host(url).toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static @Nullable String registrableDomain(String host) {
    if (InetAddresses.isUriInetAddress(host) || !InternetDomainName.isValid(host)) {
      return null;
    }
    InternetDomainName name = InternetDomainName.from(host);
    return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : null;
  }
}
