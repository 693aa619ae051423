package io.newswire.indexer.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.newswire.indexer.Articles;
import io.newswire.indexer.IndexerUnderTest;
import io.newswire.indexer.bulk.ScriptedElasticsearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PASSWORD = "changeit";

  private final Path folder = folder();

  @AfterAll
  void removeCertificate() throws IOException {
    for (String file : List.of("es.p12", "ca.pem", "keytool.log", "")) {
      Files.deleteIfExists(folder.resolve(file));
    }
  }

  @BeforeAll
  void makeCertificate() throws Exception {
    keytool(
        "-genkeypair -alias es -keyalg EC -dname CN=test -validity 2 -ext san=ip:127.0.0.1 -storetype PKCS12 -keystore es.p12 -storepass "
            + PASSWORD);
    keytool("-exportcert -rfc -alias es -file ca.pem -keystore es.p12 -storepass " + PASSWORD);
  }

  @Test
  void theGivenAuthorityIsTrustedAndTheUserIsNamed() throws Exception {
    try (ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start(socket());
        IndexerUnderTest indexer = indexer(elasticsearch)) {
      publish(indexer);
      indexer.start(
          "spring.ssl.bundle.pem.es.truststore.certificate=file:" + folder.resolve("ca.pem"),
          "spring.elasticsearch.restclient.ssl.bundle=es",
          "spring.elasticsearch.username=newswire",
          "spring.elasticsearch.password=geheim");

      await().atMost(PATIENCE).until(indexer::caughtUp);

      assertThat(elasticsearch.received().getFirst().authorization())
          .isEqualTo(
              "Basic " + Base64.getEncoder().encodeToString("newswire:geheim".getBytes(UTF_8)));
    }
  }

  @Test
  void anApiKeyIsSent() throws Exception {
    try (ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start(socket());
        IndexerUnderTest indexer = indexer(elasticsearch)) {
      publish(indexer);
      indexer.start(
          "spring.ssl.bundle.pem.es.truststore.certificate=file:" + folder.resolve("ca.pem"),
          "spring.elasticsearch.restclient.ssl.bundle=es",
          "spring.elasticsearch.api-key=abc123");

      await().atMost(PATIENCE).until(indexer::caughtUp);

      assertThat(elasticsearch.received().getFirst().authorization()).isEqualTo("ApiKey abc123");
    }
  }

  @Test
  void anUnknownAuthorityIsNotTrustedAndHealthSaysSo() throws Exception {
    try (ScriptedElasticsearch elasticsearch = ScriptedElasticsearch.start(socket());
        IndexerUnderTest indexer = indexer(elasticsearch)) {
      publish(indexer);
      indexer.start();

      await()
          .atMost(PATIENCE)
          .until(() -> indexer.service("GET", "/actuator/health").body().contains("PKIX"));
      assertThat(elasticsearch.received()).isEmpty();
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("newswire-tls-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static IndexerUnderTest indexer(ScriptedElasticsearch elasticsearch) {
    return new IndexerUnderTest("https://127.0.0.1:" + elasticsearch.port());
  }

  private static void publish(IndexerUnderTest indexer) {
    indexer.publish(Articles.id(1), Articles.article(1, 1).toString(), Map.of());
  }

  private ServerSocket socket() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(folder.resolve("es.p12"))) {
      keys.load(stream, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private void keytool(String arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments.split(" ")));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
  }
}
