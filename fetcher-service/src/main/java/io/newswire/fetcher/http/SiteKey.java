package io.newswire.fetcher.http;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.util.Locale;

/** What counts as one site for politeness. */
final class SiteKey {

  private SiteKey() {}

  /**
   * The registrable domain (a label below the public suffix list's suffix); of addresses and of
   * names that have none, host and port: there each port is a server of its own.
   */
  static String of(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (!host.startsWith("[") && !InetAddresses.isInetAddress(host)) {
      if (InternetDomainName.isValid(host)) {
        InternetDomainName name = InternetDomainName.from(host);
        if (name.isUnderPublicSuffix()) {
          return name.topPrivateDomain().toString();
        }
      }
    }
    return host + ":" + HttpUrl.port(url);
  }
}
