package io.newswire.fetcher.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.FetcherApplication;
import io.newswire.fetcher.http.ScriptedServer;
import io.newswire.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is let in and how errors look, over real HTTP, while no Kafka answers. */
class ApiWithoutKafkaIT {

  private static final String KEY = "a key of the test's own";
  private static ConfigurableApplicationContext guarded;
  private static ConfigurableApplicationContext keyless;

  /** An answer, byte for byte. */
  private record Answer(int status, String head, String body) {

    boolean isProblem() {
      return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  @BeforeAll
  static void start() {
    guarded = run("--newswire.api.key=" + KEY);
    keyless =
        run("--newswire.http.allowed-private-hosts=127.0.0.1", "--newswire.http.host-delay=0s");
  }

  private static ConfigurableApplicationContext run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:" + Ports.free(),
                "--logging.level.org.apache.kafka=ERROR"));
    arguments.addAll(List.of(more));
    return new SpringApplicationBuilder(FetcherApplication.class)
        .run(arguments.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    guarded.close();
    keyless.close();
  }

  private static Answer send(
      ConfigurableApplicationContext to, String requestLine, String body, String... headers) {
    int port = Integer.parseInt(to.getEnvironment().getRequiredProperty("local.server.port"));
    boolean hasHost = Stream.of(headers).anyMatch(header -> header.startsWith("Host:"));
    String head =
        Stream.of(
                Stream.of(requestLine + " HTTP/1.1", "Connection: close"),
                hasHost ? Stream.<String>of() : Stream.of("Host: localhost:" + port),
                Stream.of(headers),
                body.isEmpty()
                    ? Stream.<String>of()
                    : Stream.of("Content-Length: " + body.length()))
            .flatMap(lines -> lines)
            .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
    try (Socket socket = new Socket(Ports.HOST, port)) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.ISO_8859_1));
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      String text = all.substring(end + 4);
      // Chunked bodies of these answers have one chunk.
      boolean chunked = all.substring(0, end).toLowerCase(Locale.ROOT).contains("chunked");
      if (chunked) {
        int line = text.indexOf("\r\n");
        text = text.substring(line + 2, line + 2 + Integer.parseInt(text.substring(0, line), 16));
      }
      return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobodyIsLetInWithoutTheKey() {
    for (String header :
        List.of(
            "X-Nothing: x",
            "X-API-Key: wrong",
            "X-API-Key: " + KEY.substring(1),
            "X-API-Key: " + KEY + "x",
            "X-API-Key: ",
            "Authorization: Bearer wrong",
            "Authorization: Basic " + KEY,
            "Cookie: X-API-Key=" + KEY)) {
      Answer answer = send(guarded, "GET /api/v1/feeds", "", header);

      assertThat(answer.status()).as(header).isEqualTo(401);
      assertThat(answer.isProblem()).isTrue();
      assertThat(answer.json().get("status").intValue()).isEqualTo(401);
      assertThat(answer.head()).contains("WWW-Authenticate: Bearer");
      assertThat(answer.body()).doesNotContain("wrong");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/feeds",
        "GET /api/v1/feeds/",
        "GET /api/v1//feeds",
        "GET /api/v1/feeds;x=/api/v1/openapi.yaml",
        "GET /api/v1/openapi.yaml/../feeds",
        "GET /actuator/health/../../api/v1/feeds",
        "GET /api/v1/openapi.yaml%2f..%2ffeeds",
        "GET /actuator/prometheus/../../api/v1/feeds",
        "POST /api/v1/feeds",
        "DELETE /api/v1/articles?url=http://a.example/&source=a",
        "GET /actuator",
        "GET /actuator/env",
        "GET /nothing"
      })
  void noWayOfWritingThePathGetsAround(String requestLine) {
    assertThat(send(guarded, requestLine, "").status()).isIn(400, 401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-API-Key: ", "Authorization: Bearer ", "authorization: bearer "})
  void theKeyLetsIn(String header) {
    Answer answer = send(guarded, "GET /api/v1/feeds", "", header + KEY, "Host: any.example");

    // There is no Kafka, and that is all that is wrong.
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.head()).contains("Retry-After: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health/liveness",
        "/actuator/info",
        "/actuator/prometheus",
        "/api/v1/openapi.yaml"
      })
  void whatWatchersNeedIsOpen(String path) {
    assertThat(send(guarded, "GET " + path, "").status()).isEqualTo(200);
  }

  @Test
  void aProcessWithoutKafkaIsAliveAndNotReadyAndSaysWhy() {
    assertThat(send(guarded, "GET /actuator/health/liveness", "").status()).isEqualTo(200);
    assertThat(send(guarded, "GET /actuator/health/readiness", "").status()).isEqualTo(503);
    assertThat(send(guarded, "GET /actuator/health", "").body()).contains("Kafka");
  }

  @ParameterizedTest
  @CsvSource({
    "Host: localhost, X-A: b, 503",
    "Host: LOCALHOST:8081, X-A: b, 503",
    "Host: 127.0.0.1:8081, X-A: b, 503",
    "Host: [::1]:8081, X-A: b, 503",
    "Host: localhost, Origin: http://localhost:3000, 503",
    "Host: rebound.example, X-A: b, 403",
    "Host: 192.168.0.1, X-A: b, 403",
    "Host: localhost.example, X-A: b, 403",
    "Host: localhost, Origin: https://evil.example, 403",
    "Host: localhost, Origin: null, 403",
    "Host: localhost, Origin: http://localhost.evil.example, 403",
    "Host: localhost, Origin: not an origin <script>, 403"
  })
  void withoutAKeyOnlyThisMachineAndItsOwnPagesAreLetIn(String host, String header, int status) {
    Answer answer = send(keyless, "GET /api/v1/feeds", "", host, header);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.isProblem()).isTrue();
    assertThat(answer.body()).doesNotContain("evil", "<script>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/v1/nothing<script>, 400",
    "GET /api/v1/%3Cscript%3Ealert(1)%3C/script%3E, 404",
    "GET /<b>, 400",
    "GET /api/v1/feeds/%3Cscript%3E, 503",
    "GET /api/v1/feeds/%, 400",
    "GET /api/v1/feeds?size=%3Cscript%3E, 400",
    "GET /api/v1/feeds?size=9999999999, 400",
    "GET /api/v1/feeds?status=%3Cscript%3E, 400",
    "GET /api/v1/feeds?page=-1, 400",
    "PUT /api/v1/feeds, 405",
    "POST /api/v1/feeds/0123456789abcdef, 405",
    "BREW /api/v1/feeds, 405",
    "POST /api/v1/opml, 415",
    "POST /api/v1/articles?url=http://a.example/&source=a, 415",
    "POST /api/v1/discover, 400",
    "DELETE /api/v1/articles, 400",
    "DELETE /api/v1/articles?url=javascript:%3Cscript%3E&source=a, 400",
    "GET /api/v1/opml.xml%00, 400"
  })
  void everyErrorIsAProblemThatRepeatsNothing(String requestLine, int status) {
    String type = requestLine.contains("discover") ? "application/json" : "image/png";
    String body = requestLine.startsWith("POST") ? "{<script>" : "";
    Answer answer = send(guarded, requestLine, body, "X-API-Key: " + KEY, "Content-Type: " + type);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    assertThat(answer.json().get("title").stringValue()).isNotBlank();
    assertThat(answer.body()).doesNotContain("<");
    assertThat(answer.json().path("detail").asString("")).doesNotContain("alert");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {, 400",
    "application/json, [], 400",
    "application/json, '', 400",
    "application/json, null, 400",
    "application/json, '{\"url\":7}', 400",
    "application/json, '{\"url\":\"javascript:alert(1)\"}', 400",
    "application/json, '{\"link\":\"http://a.example/\"}', 400",
    "text/plain, '{\"url\":\"http://a.example/\"}', 415",
    "application/json, '{\"url\":\"http://a.example/\"}', 503"
  })
  void aBodyThatIsNoFeedIsAProblem(String type, String body, int status) {
    Answer answer =
        send(guarded, "POST /api/v1/feeds", body, "X-API-Key: " + KEY, "Content-Type: " + type);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.isProblem()).as(answer.toString()).isTrue();
    assertThat(answer.body()).doesNotContain("alert(1)");
  }

  @Test
  void theFeedsOfASiteAreFoundWithoutKafkaToo() {
    String page = "<html><link rel=alternate type=application/rss+xml href=/news.xml></html>";
    String rss = "<rss version=\"2.0\"><channel><title>Quay</title></channel></rss>";
    try (ScriptedServer site =
        ScriptedServer.start()
            .on("/", 200, Map.of("Content-Type", "text/html"), page)
            .on("/news.xml", 200, Map.of("Content-Type", "text/xml"), rss)) {
      Answer found = discover(keyless, site.url("/").toString());
      assertThat(found.status()).isEqualTo(200);
      assertThat(found.json().at("/feeds/0/url").stringValue())
          .isEqualTo(site.url("/news.xml").toString());
      assertThat(
              discover(keyless, site.url("/news.xml").toString())
                  .json()
                  .at("/feeds/0/title")
                  .stringValue())
          .isEqualTo("Quay");

      Answer refused = discover(guarded, site.url("/").toString());
      assertThat(refused.status()).isEqualTo(502);
      assertThat(refused.isProblem()).isTrue();
      assertThat(refused.json().get("detail").stringValue()).contains("refused-address");
      assertThat(site.requests()).hasSize(2);
    }
  }

  private static Answer discover(ConfigurableApplicationContext at, String url) {
    return send(
        at,
        "POST /api/v1/discover",
        "{\"url\":\"" + url + "\"}",
        "Content-Type: application/json",
        "X-API-Key: " + KEY);
  }

  @Test
  void answersSayThatBrowsersMustNotGuessNorKeepThem() {
    Answer answer = send(guarded, "GET /api/v1/feeds", "", "X-API-Key: " + KEY);

    assertThat(answer.head())
        .contains("X-Content-Type-Options: nosniff")
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("Cache-Control: no-store");
  }

  @Test
  void theOpenApiDocumentHasTheOperationsThatThereAre() {
    Map<String, Map<String, Map<String, Object>>> document =
        new Yaml().load(send(guarded, "GET /api/v1/openapi.yaml", "").body());
    Set<String> described = new TreeSet<>();
    Map<String, Map<String, Object>> paths = document.getOrDefault("paths", Map.of());
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(name -> name.matches("get|post|patch|put|delete"))
                .forEach(name -> described.add(name.toUpperCase(Locale.ROOT) + " " + path)));

    Set<String> mapped =
        guarded
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods()
            .keySet()
            .stream()
            .flatMap(
                mapping ->
                    mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(
                            path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                    .map(method -> method + " " + path)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described).isEqualTo(mapped);
  }
}
