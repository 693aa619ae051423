package io.newswire.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class ElasticsearchServerIT {

  private final HttpClient http = HttpClient.newHttpClient();

  private Path folder;
  private ElasticsearchServer node;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    node = TestElasticsearch.own(folder.resolve("elasticsearch"));
  }

  @AfterAll
  void close() {
    node.close();
    http.close();
  }

  @Test
  void aKilledNodeComesBackWithItsIdentityAndItsDocuments() throws Exception {
    String identity = get(node.url() + "/").body();
    put(node.url() + "/kept/_doc/1", "{\"title\":\"Harbour reopens\"}");

    node.kill();
    node.restart();

    assertThat(get(node.url() + "/").body()).isEqualTo(identity);
    assertThat(get(node.url() + "/kept/_doc/1").body()).contains("Harbour reopens");
  }

  @Test
  void theRootAnswersAsClientsExpectOfElasticsearch() throws Exception {
    HttpResponse<String> root = get(node.url() + "/");
    assertThat(root.statusCode()).isEqualTo(200);
    assertThat(root.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(root.body())
        .contains("\"cluster_name\" : \"newswire\"")
        .contains("\"number\" : \"" + ServerJars.image("elasticsearch").split(":")[1] + "\"")
        .contains("\"tagline\" : \"You Know, for Search\"")
        .doesNotContain("\"_na_\"");
  }

  @Test
  void languagesHaveTheirAnalyzersAndDiacriticsCanBeFolded() throws Exception {
    assertThat(tokens("{\"analyzer\":\"english\",\"text\":\"The fishermen were fishing\"}"))
        .containsExactly("fishermen", "were", "fish");
    assertThat(tokens("{\"analyzer\":\"german\",\"text\":\"Die Häuser am Hafen\"}"))
        .containsExactly("haus", "haf");
    assertThat(tokens("{\"analyzer\":\"cjk\",\"text\":\"港の祭り\"}"))
        .containsExactly("港の", "の祭", "祭り");
    assertThat(
            tokens(
                """
                {"tokenizer":"standard","filter":["lowercase","asciifolding"],"text":"Čapek's Café"}
                """))
        .containsExactly("capek's", "cafe");
    assertThat(
            tokens(
                """
                {"tokenizer":"standard","text":"é",
                 "filter":[{"type":"asciifolding","preserve_original":true}]}
                """))
        .containsExactly("e", "é");
  }

  @Test
  void stopWordsOfALanguageCanBeReplaced() throws Exception {
    put(
        node.url() + "/words",
        """
        {"settings":{"analysis":{"analyzer":{"all":{"type":"english","stopwords":"_none_"}}}}}
        """);
    assertThat(tokens("/words", "{\"analyzer\":\"all\",\"text\":\"the harbour\"}"))
        .containsExactly("the", "harbour");
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(Ports.address(0));
      int port = taken.getLocalPort();
      ServerOptions options = ServerOptions.in(folder.resolve("other")).withPort(port);
      assertThatThrownBy(() -> ElasticsearchServer.start(options))
          .isInstanceOf(ServerStartException.class)
          .hasMessageContaining("port " + port);
    }
  }

  @Test
  void twoNodesOnOneFolderAreRefusedWithTheReason() {
    assertThat(node.process().isAlive()).isTrue();
    assertThatThrownBy(() -> TestElasticsearch.own(folder.resolve("elasticsearch")))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("exit code")
        .hasMessageContaining("lock");
  }

  @Test
  void theSharedNodeAnswers() throws Exception {
    assertThat(get(TestElasticsearch.url() + "/_cluster/health").body()).contains("\"status\":");
  }

  private List<String> tokens(String request) throws Exception {
    return tokens("", request);
  }

  private List<String> tokens(String index, String request) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(node.url() + index + "/_analyze"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(request))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Pattern.compile("\"token\":\"([^\"]*)\"")
        .matcher(answer.body())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url)).build());
  }

  private void put(String url, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }
}
