package io.newswire.fetcher.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How sites are asked.
 *
 * @param contactUrl page or {@code mailto:} address that tells publishers who asks, part of the
 *     User-Agent
 * @param allowedPrivateHosts hosts that may be asked although their addresses are private: names or
 *     addresses as they stand in URLs, with or without port, or networks in CIDR notation
 * @param connectTimeout longest time for the name look-up, and for a connection
 * @param exchangeTimeout longest time for a request with all its redirects, however slowly the
 *     bytes come; waiting for a site's turn is not counted
 * @param maxBody most bytes of a document, after decompression
 * @param maxRedirects most redirects in a row
 * @param maxConnections most connections at once, to all sites together
 * @param hostDelay least time between the end of a request to a site and the next request
 * @param hostDelays the same for single sites, by registrable domain
 * @param pageWait longest wait of a page for its site's turn
 * @param robotsCached most sites whose robots.txt is remembered
 * @param robotsFresh how long a robots.txt is good for
 * @param robotsUnreachable how long a site is left alone whose robots.txt answers with a server's
 *     error
 */
@Validated
@ConfigurationProperties("newswire.http")
public record HttpProperties(
    @Nullable URI contactUrl,
    @DefaultValue @NotNull List<String> allowedPrivateHosts,
    @DefaultValue("5s") @DurationMin(millis = 1) @DurationMax(minutes = 5) Duration connectTimeout,
    @DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 30)
        Duration exchangeTimeout,
    @DefaultValue("10MB") DataSize maxBody,
    @DefaultValue("5") @Min(0) @Max(20) int maxRedirects,
    @DefaultValue("200") @Min(1) @Max(10_000) int maxConnections,
    @DefaultValue("1s") @DurationMin(millis = 0) @DurationMax(hours = 1) Duration hostDelay,
    @DefaultValue @NotNull Map<String, Duration> hostDelays,
    @DefaultValue("60s") @DurationMin(millis = 0) @DurationMax(hours = 1) Duration pageWait,
    @DefaultValue("10000") @Min(1) @Max(1_000_000) int robotsCached,
    @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 1) Duration robotsFresh,
    @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration robotsUnreachable) {

  /**
   * Checks what annotations cannot.
   *
   * @throws IllegalArgumentException naming the key that is wrong
   */
  public HttpProperties {
    allowedPrivateHosts = List.copyOf(allowedPrivateHosts);
    hostDelays = Map.copyOf(hostDelays);
    if (contactUrl != null && !isContact(contactUrl)) {
      throw new IllegalArgumentException(
          "newswire.http.contact-url: '"
              + contactUrl
              + "' is neither an http or https address nor a mailto: address");
    }
    if (maxBody.toBytes() < 1024 || maxBody.toBytes() > DataSize.ofMegabytes(100).toBytes()) {
      throw new IllegalArgumentException(
          "newswire.http.max-body: " + maxBody + " is not between 1KB and 100MB");
    }
    hostDelays.forEach(
        (site, delay) -> {
          if (delay.isNegative() || delay.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                "newswire.http.host-delays[" + site + "]: " + delay + " is not between 0 and 24h");
          }
        });
    AllowedHosts.parse(allowedPrivateHosts);
  }

  private static boolean isContact(URI contact) {
    String text = contact.toString();
    boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '(' && c != ')');
    boolean web =
        ("http".equalsIgnoreCase(contact.getScheme())
                || "https".equalsIgnoreCase(contact.getScheme()))
            && contact.getHost() != null
            && contact.getRawUserInfo() == null;
    boolean mail = "mailto".equalsIgnoreCase(contact.getScheme()) && text.indexOf('@') > 0;
    return plain && (web || mail);
  }
}
