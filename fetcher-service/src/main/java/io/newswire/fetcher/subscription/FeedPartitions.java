package io.newswire.fetcher.subscription;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition a feed is in: all feeds of a registrable domain (the public suffix and one label)
 * share one, so that one instance alone talks to a site and politeness needs no coordination.
 *
 * @param count the number of partitions
 */
public record FeedPartitions(int count) {

  /** Returns the partition of a feed's address. */
  public int of(String url) {
    byte[] domain = domain(url).getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(domain)) % count;
  }

  /** Returns the registrable domain, or the host where there is none (an IP address, localhost). */
  public static String domain(String url) {
    String host = host(url);
    if (InetAddresses.isUriInetAddress(host) || !InternetDomainName.isValid(host)) {
      return host;
    }
    InternetDomainName name = InternetDomainName.from(host);
    return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
  }

  private static String host(String url) {
    URI uri = URI.create(url);
    String host = uri.getHost();
    if (host == null) {
      // A name with an underscore is no host to java.net.URI, but DNS has such names.
      String authority = String.valueOf(uri.getRawAuthority());
      host = authority.replaceFirst(".*@", "").replaceFirst(":[0-9]*$", "");
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
