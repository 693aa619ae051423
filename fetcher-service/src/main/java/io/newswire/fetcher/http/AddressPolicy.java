package io.newswire.fetcher.http;

import com.google.common.net.InetAddresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be asked: those of the public internet, and what the operator allows by name.
 *
 * <p>The refused ranges are those of the IANA registries of special-purpose addresses (RFC 6890)
 * that are not globally reachable. Of IPv6 only the global unicast block 2000::/3 is let through
 * (RFC 4291, 2.4), less what carries an IPv4 address inside or is set aside in it; and addresses
 * that a NAT64 made of public IPv4 addresses, which is all an IPv6-only host sees of IPv4 sites.
 */
final class AddressPolicy {

  private record Range(Network network, String what) {}

  private static final List<Range> IPV4 =
      List.of(
          range("0.0.0.0/8", "an address of \"this network\""),
          range("10.0.0.0/8", "a private address"),
          range("100.64.0.0/10", "a carrier's private address"),
          range("127.0.0.0/8", "a loopback address"),
          range("168.63.129.16/32", "a cloud's metadata address"),
          range("169.254.0.0/16", "a link-local or metadata address"),
          range("172.16.0.0/12", "a private address"),
          range("192.0.0.0/24", "a protocol assignment"),
          range("192.0.2.0/24", "a documentation address"),
          range("192.31.196.0/24", "an AS112 address"),
          range("192.52.193.0/24", "an AMT relay"),
          range("192.88.99.0/24", "a 6to4 relay"),
          range("192.168.0.0/16", "a private address"),
          range("192.175.48.0/24", "an AS112 address"),
          range("198.18.0.0/15", "a benchmarking address"),
          range("198.51.100.0/24", "a documentation address"),
          range("203.0.113.0/24", "a documentation address"),
          range("224.0.0.0/4", "a multicast address"),
          range("240.0.0.0/4", "a reserved or broadcast address"));

  private static final Network NAT64 = Network.parse("64:ff9b::/96");
  private static final Network GLOBAL_UNICAST = Network.parse("2000::/3");

  private static final List<Range> IPV6 =
      List.of(
          range("::1/128", "a loopback address"),
          range("fc00::/7", "a private address"),
          range("fe80::/10", "a link-local address"),
          range("ff00::/8", "a multicast address"),
          range("2001::/23", "a Teredo address or protocol assignment"),
          range("2001:db8::/32", "a documentation address"),
          range("2002::/16", "a 6to4 address"),
          range("2620:4f:8000::/48", "an AS112 address"),
          range("3fff::/20", "a documentation address"));

  private final AllowedHosts allowed;

  AddressPolicy(AllowedHosts allowed) {
    this.allowed = allowed;
  }

  /**
   * Why a host may not be asked at an address; null when it may.
   *
   * @param host as it stands in the URL
   */
  @Nullable String refusal(String host, int port, InetAddress address) {
    String kind = kind(address);
    return kind == null || allowed.allow(host, port, address) ? null : kind;
  }

  private static @Nullable String kind(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return kind(IPV4, bytes);
    }
    if (NAT64.contains(bytes)) {
      String inner = kind(IPV4, Arrays.copyOfRange(bytes, 12, 16));
      return inner == null ? null : inner + " behind NAT64";
    }
    String special = kind(IPV6, bytes);
    if (special != null) {
      return special;
    }
    if (!GLOBAL_UNICAST.contains(bytes)) {
      return "no global unicast address";
    }
    return isatap(address);
  }

  private static @Nullable String isatap(InetAddress address) {
    if (address instanceof Inet6Address v6 && InetAddresses.isIsatapAddress(v6)) {
      String inner = kind(IPV4, InetAddresses.getIsatapIPv4Address(v6).getAddress());
      return inner == null ? null : inner + " behind ISATAP";
    }
    return null;
  }

  private static @Nullable String kind(List<Range> ranges, byte[] address) {
    for (Range range : ranges) {
      if (range.network().contains(address)) {
        return range.what();
      }
    }
    return null;
  }

  private static Range range(String cidr, String what) {
    return new Range(Network.parse(cidr), what);
  }

  /** The address as bytes say it, without asking the name service. */
  static InetAddress named(String host, InetAddress address) {
    try {
      return InetAddress.getByAddress(host, address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of neither 4 nor 16 bytes", e);
    }
  }
}
