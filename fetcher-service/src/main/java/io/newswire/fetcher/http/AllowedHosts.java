package io.newswire.fetcher.http;

import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The private hosts that the operator allows by name. */
final class AllowedHosts {

  private final Set<String> hosts;
  private final List<Network> networks;

  private AllowedHosts(Set<String> hosts, List<Network> networks) {
    this.hosts = Set.copyOf(hosts);
    this.networks = List.copyOf(networks);
  }

  /**
   * Reads the configured list.
   *
   * @throws IllegalArgumentException naming the entry that is none of the three kinds
   */
  static AllowedHosts parse(List<String> entries) {
    Set<String> hosts = new HashSet<>();
    List<Network> networks = new ArrayList<>();
    for (String entry : entries) {
      String text = entry.strip();
      try {
        if (text.indexOf('/') >= 0) {
          networks.add(Network.parse(text));
        } else {
          hosts.add(entryOf(text));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "newswire.http.allowed-private-hosts: '"
                + text
                + "' is no host, host:port or network such as 10.0.0.0/8",
            e);
      }
    }
    return new AllowedHosts(hosts, networks);
  }

  private static String entryOf(String text) {
    HostAndPort entry = HostAndPort.fromString(text);
    if (entry.getHost().isEmpty() || entry.getHost().chars().anyMatch(c -> c <= ' ' || c == '*')) {
      throw new IllegalArgumentException("no host name");
    }
    String host = canonical(entry.getHost());
    return entry.hasPort() ? host + " " + entry.getPort() : host;
  }

  /** Whether a host, as it stands in the URL, may be asked at an address that is refused else. */
  boolean allow(String host, int port, InetAddress address) {
    String name = canonical(host);
    return hosts.contains(name)
        || hosts.contains(name + " " + port)
        || networks.stream().anyMatch(network -> network.contains(address.getAddress()));
  }

  private static String canonical(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    if (InetAddresses.isInetAddress(bare)) {
      return InetAddresses.forString(bare).getHostAddress();
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
