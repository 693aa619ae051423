package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HttpMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private long count(String purpose, String outcome) {
    return registry
        .get("newswire.http.exchanges")
        .tag("purpose", purpose)
        .tag("outcome", outcome)
        .timer()
        .count();
  }

  @Test
  void exchangesAreCountedByPurposeAndOutcomeAndByNothingElse() throws Exception {
    try (ScriptedServer server = ScriptedServer.start();
        FeedHttpClient client =
            TestClients.client(
                TestClients.properties(Map.of("newswire.http.allowed-private-hosts", "127.0.0.1")),
                TestClients.undelayed(),
                registry)) {
      server
          .on("/feed", 200, Map.of(), "12345")
          .on("/same", 304, Map.of(), "")
          .on("/moved", ScriptedServer.redirect(301, "/feed"));
      client.get(FetchRequest.of(server.url("/moved"), Purpose.FEED));
      client.get(
          FetchRequest.of(server.url("/same"), Purpose.FEED)
              .ifChanged("\"1\"", null, server.url("/same")));
      client.get(FetchRequest.of(server.url("/none"), Purpose.PAGE));
    }

    assertThat(count("feed", "answered")).isEqualTo(1);
    assertThat(count("feed", "not-modified")).isEqualTo(1);
    assertThat(count("page", "client-error")).isEqualTo(1);
    assertThat(registry.get("newswire.http.redirects").tag("purpose", "feed").counter().count())
        .isEqualTo(1);
    assertThat(registry.get("newswire.http.bytes").tag("purpose", "feed").counter().count())
        .isEqualTo(5);
    Set<String> labels =
        registry.getMeters().stream()
            .flatMap(meter -> meter.getId().getTags().stream())
            .map(tag -> tag.getKey())
            .collect(Collectors.toSet());
    assertThat(labels).containsExactlyInAnyOrder("purpose", "outcome");
  }
}
