package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private static String refusal(String address, String... allowed) {
    return refusal("site.example", 80, address, allowed);
  }

  private static String refusal(String host, int port, String address, String... allowed) {
    String why =
        new AddressPolicy(AllowedHosts.parse(List.of(allowed)))
            .refusal(host, port, InetAddress.ofLiteral(address));
    return why == null ? "" : why;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::808:808",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::808:808",
        "100::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "2a00:1450::5efe:10.0.0.1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1"
      })
  void anAddressThatIsNotOfThePublicInternetIsRefused(String address) {
    assertThat(refusal(address)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::6810:1",
        "2a00:1450:4001:81b::200e",
        "64:ff9b::101:101"
      })
  void anAddressOfThePublicInternetIsNot(String address) {
    assertThat(refusal(address)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "intra.example, 80, 10.1.2.3, intra.example",
    "intra.example, 80, 10.1.2.3, INTRA.example.",
    "intra.example, 8090, 10.1.2.3, intra.example:8090",
    "anything.example, 80, 10.1.2.3, 10.0.0.0/8",
    "anything.example, 80, fd00::7, fd00::/8",
    "127.0.0.1, 80, 127.0.0.1, 127.0.0.1",
    "::1, 8090, ::1, [::1]:8090",
    "::1, 8090, ::1, ::1",
    "0:0:0:0:0:0:0:1, 8090, ::1, ::1"
  })
  void whatTheOperatorNamesIsAllowed(String host, int port, String address, String allowed) {
    assertThat(refusal(host, port, address)).isNotEmpty();
    assertThat(refusal(host, port, address, allowed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "other.example, 80, 10.1.2.3, intra.example",
    "sub.intra.example, 80, 10.1.2.3, intra.example",
    "intra.example, 81, 10.1.2.3, intra.example:80",
    "rebound.example, 80, 127.0.0.1, 127.0.0.1",
    "anything.example, 80, 11.0.0.1, 0.0.0.0/32"
  })
  void nothingElseIsAllowedByIt(String host, int port, String address, String allowed) {
    assertThat(refusal(host, port, address, allowed)).isEqualTo(refusal(host, port, address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0/8", "intra/8", "a b", "*.example", "", "h:99999"})
  void aWrongEntryStopsTheStartByName(String entry) {
    assertThatThrownBy(() -> AllowedHosts.parse(List.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newswire.http.allowed-private-hosts")
        .hasMessageContaining("'" + entry + "'");
  }

  @Test
  void nothingPrivateIsAllowedByDefault() {
    assertThat(TestClients.properties(Map.of()).allowedPrivateHosts()).isEmpty();
  }
}
