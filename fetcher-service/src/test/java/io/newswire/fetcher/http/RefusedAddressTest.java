package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.fetcher.http.HttpResult.Failure;
import java.net.InetAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server on loopback stands for every server that must not be reached. */
class RefusedAddressTest {

  private final ScriptedServer server = ScriptedServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResult get(URI url, GuardedDns.Lookup lookup, String... allowed)
      throws InterruptedException, NoSuchAlgorithmException {
    HttpProperties properties =
        TestClients.properties(
            Map.of("newswire.http.allowed-private-hosts", String.join(",", allowed)));
    try (FeedHttpClient client =
        TestClients.client(
            properties,
            TestClients.undelayed(),
            new SimpleMeterRegistry(),
            lookup,
            SSLContext.getDefault())) {
      return client.get(FetchRequest.of(url, Purpose.FEED));
    }
  }

  private void assertRefused(HttpResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.failureClass()).isEqualTo(FailureClass.REFUSED_ADDRESS));
    assertThat(server.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "[::1]", "[::]", "127.1.2.3"})
  void aPrivateAddressIsRefusedBeforeAConnection(String host) throws Exception {
    URI url = URI.create("http://" + host + ":" + server.port() + "/feed");

    assertRefused(get(url, InetAddress::getAllByName));
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsRefused() throws Exception {
    assertRefused(get(server.url("public.example", "/feed"), TestClients.LOOKUP));
  }

  @Test
  void theRefusalSaysWhatToDo() throws Exception {
    HttpResult result = get(server.url("public.example", "/feed"), TestClients.LOOKUP);

    assertThat(((Failure) result).message())
        .contains("public.example", "127.0.0.1", "loopback", "newswire.http.allowed-private-hosts");
  }

  @Test
  void aRedirectToAPrivateAddressIsRefused() throws Exception {
    try (ScriptedServer outer = ScriptedServer.start()) {
      outer.on("/feed", ScriptedServer.redirect(302, server.url("inner.example", "/x").toString()));

      HttpResult result =
          get(outer.url("outer.example", "/feed"), TestClients.LOOKUP, "outer.example");

      assertRefused(result);
      assertThat(outer.requests()).hasSize(1);
      assertThat(result.redirects()).hasSize(1);
    }
  }

  /** A name that is public when it is checked and private when it is used (DNS rebinding). */
  @Test
  void theAddressThatWasCheckedIsTheOneThatIsAsked() throws Exception {
    AtomicInteger lookups = new AtomicInteger();
    GuardedDns.Lookup rebinding =
        host ->
            new InetAddress[] {
              InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "10.9.8.7" : "127.0.0.1")
            };

    assertRefused(get(server.url("rebinding.example", "/feed"), rebinding));
    assertThat(lookups).hasValue(1);
  }

  @Test
  void ofSeveralAddressesOnlyThoseAllowedAreAsked() throws Exception {
    server.on("/feed", 200, Map.of(), "<rss/>");
    GuardedDns.Lookup both =
        host ->
            new InetAddress[] {
              InetAddress.ofLiteral("10.9.8.7"), InetAddress.ofLiteral("127.0.0.1")
            };

    HttpResult result = get(server.url("both.example", "/feed"), both, "127.0.0.0/8");

    assertThat(result).isInstanceOf(HttpResult.Answer.class);
  }

  @Test
  void anAllowedHostIsAsked() throws Exception {
    server.on("/feed", 200, Map.of(), "<rss/>");

    HttpResult result =
        get(
            server.url("intra.example", "/feed"),
            TestClients.LOOKUP,
            "intra.example:" + server.port());

    assertThat(result).isInstanceOf(HttpResult.Answer.class);
  }
}
