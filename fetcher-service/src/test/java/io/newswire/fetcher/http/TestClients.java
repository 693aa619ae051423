package io.newswire.fetcher.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Clients for tests: to loopback only, without delay unless a test is about it. */
public final class TestClients {

  /** A host name per test site; all lead to 127.0.0.1, anything else leads nowhere. */
  static final GuardedDns.Lookup LOOKUP =
      host -> {
        if (host.endsWith(".example")
            || host.endsWith(".example.org")
            || host.equals("127.0.0.1")) {
          return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        }
        throw new UnknownHostException(host);
      };

  private TestClients() {}

  /** The configuration with defaults as in production, but for the given keys. */
  public static HttpProperties properties(Map<String, String> keys) {
    return new Binder(new MapConfigurationPropertySource(keys))
        .bindOrCreate("newswire.http", HttpProperties.class);
  }

  /** A client that may ask loopback, at once. */
  public static FeedHttpClient client() {
    return client(properties(Map.of("newswire.http.allowed-private-hosts", "127.0.0.0/8")));
  }

  /** A client without delay between requests. */
  public static FeedHttpClient client(HttpProperties properties) {
    return client(properties, undelayed(), new SimpleMeterRegistry());
  }

  /** A client with a gate of the test's own. */
  public static FeedHttpClient client(
      HttpProperties properties, HostGate gate, MeterRegistry registry) {
    try {
      return client(properties, gate, registry, LOOKUP, SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static FeedHttpClient client(
      HttpProperties properties,
      HostGate gate,
      MeterRegistry registry,
      GuardedDns.Lookup lookup,
      SSLContext trust) {
    return FeedHttpClients.create(
        properties,
        gate,
        registry,
        InstantSource.system(),
        lookup,
        trust,
        UserAgent.of("1.2.3", properties.contactUrl()));
  }

  /** A gate that only keeps requests to one site apart. */
  public static HostGate undelayed() {
    return new HostGate(Duration.ZERO, Map.of(), InstantSource.system());
  }
}
