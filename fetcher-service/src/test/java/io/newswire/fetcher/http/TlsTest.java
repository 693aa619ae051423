package io.newswire.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.fetcher.http.HttpResult.Answer;
import io.newswire.fetcher.http.HttpResult.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path folder;
  private SSLContext keys;
  private ScriptedServer server;

  TlsTest() throws GeneralSecurityException {
    keys = SSLContext.getDefault();
    server = ScriptedServer.start();
    server.close();
  }

  @BeforeEach
  void start() throws Exception {
    keys = selfSigned("secure.example");
    server = ScriptedServer.startTls(keys);
    server.on("/feed", 200, Map.of(), "<rss/>");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SSLContext selfSigned(String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).as(() -> "keytool, see " + folder).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("mykey"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private HttpResult get(URI url, SSLContext trust) throws InterruptedException {
    HttpProperties properties =
        TestClients.properties(Map.of("newswire.http.allowed-private-hosts", "127.0.0.0/8"));
    try (FeedHttpClient client =
        TestClients.client(
            properties,
            TestClients.undelayed(),
            new SimpleMeterRegistry(),
            TestClients.LOOKUP,
            trust)) {
      return client.get(FetchRequest.of(url, Purpose.FEED));
    }
  }

  private void assertTlsFailure(HttpResult result) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.failureClass()).isEqualTo(FailureClass.TLS));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTrustedCertificateOfTheHostIsAccepted() throws Exception {
    assertThat(get(server.url("secure.example", "/feed"), keys)).isInstanceOf(Answer.class);
  }

  @Test
  void aSelfSignedCertificateIsRefused() throws Exception {
    assertTlsFailure(get(server.url("secure.example", "/feed"), SSLContext.getDefault()));
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    assertTlsFailure(get(server.url("other.example", "/feed"), keys));
  }

  @Test
  void aServerThatSpeaksNoTlsIsATlsFailure() throws Exception {
    try (ScriptedServer plain = ScriptedServer.start()) {
      URI url = URI.create("https://secure.example:" + plain.port() + "/feed");

      assertTlsFailure(get(url, keys));
    }
  }
}
