package io.newswire.fetcher.http;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * A block of addresses in CIDR notation (RFC 4632).
 *
 * @param address first address, 4 or 16 bytes
 * @param prefix bits that all its addresses share
 */
record Network(byte[] address, int prefix) {

  Network {
    address = address.clone();
  }

  /**
   * Reads {@code 10.0.0.0/8} or {@code fd00::/8}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  static Network parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress first = InetAddresses.forString(text.substring(0, Math.max(slash, 0)));
      byte[] bytes = first.getAddress();
      int prefix = Integer.parseInt(text.substring(slash + 1));
      if (prefix < 0 || prefix > bytes.length * 8) {
        throw new IllegalArgumentException("no such prefix length");
      }
      return new Network(bytes, prefix);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no network in CIDR notation", e);
    }
  }

  boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    int whole = prefix / 8;
    if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
      return false;
    }
    int rest = prefix % 8;
    int mask = 0xFF00 >> rest & 0xFF;
    return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
  }

  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(address).getHostAddress() + "/" + prefix;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of neither 4 nor 16 bytes", e);
    }
  }
}
