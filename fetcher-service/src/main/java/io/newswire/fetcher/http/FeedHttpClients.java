package io.newswire.fetcher.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;

/** Puts a client together from its parts. */
final class FeedHttpClients {

  private FeedHttpClients() {}

  static FeedHttpClient create(
      HttpProperties properties,
      HostGate gate,
      MeterRegistry registry,
      InstantSource clock,
      GuardedDns.Lookup lookup,
      SSLContext trust,
      String userAgent) {
    AddressPolicy policy = new AddressPolicy(AllowedHosts.parse(properties.allowedPrivateHosts()));
    GuardedDns dns = new GuardedDns(policy, lookup, properties.connectTimeout());
    Transport transport = new Transport(properties, dns, trust, userAgent);
    return new FeedHttpClient(properties, transport, gate, new HttpMetrics(registry, gate), clock);
  }
}
