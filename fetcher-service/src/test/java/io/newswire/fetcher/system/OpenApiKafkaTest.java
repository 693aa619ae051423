package io.newswire.fetcher.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.newswire.fetcher.http.ScriptedServer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the API answers is what its OpenAPI document says, to the last field. */
class OpenApiKafkaTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, String> XML = Map.of("Content-Type", "application/rss+xml");

  private static ScriptedServer site;
  private static RunningFetcher fetcher;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    site = ScriptedServer.start();
    fetcher = RunningFetcher.start(Names.unique());
    document =
        JSON.valueToTree(new Yaml().<Object>load(fetcher.get("/api/v1/openapi.yaml").body()));
  }

  @AfterAll
  static void stop() {
    fetcher.close();
    site.close();
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
  }

  /** The schema of an answer, in which every object has the described fields and no others. */
  private static ObjectNode schema(String operation, HttpResponse<String> response) {
    String[] parts = operation.split(" ");
    JsonNode responses = document.get("paths").get(parts[1]).get(parts[0]).get("responses");
    JsonNode described = responses.get(Integer.toString(response.statusCode()));
    if (described == null) {
      assertThat(response.statusCode()).as(operation).isGreaterThanOrEqualTo(400);
      described = responses.get("default");
    }
    String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    JsonNode content = resolved(described).get("content");
    assertThat(content).as(operation).isNotNull();
    assertThat(content.propertyNames()).as(operation).contains(type);
    ObjectNode schema = (ObjectNode) content.get(type).get("schema").deepCopy();
    schema.set("components", document.get("components").deepCopy());
    close(schema);
    return schema;
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("properties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(OpenApiKafkaTest::close);
  }

  private static JsonNode checked(String operation, HttpResponse<String> response) {
    ObjectNode schema = schema(operation, response);
    assertThat(
            SCHEMAS
                .getSchema(JSON.writeValueAsString(schema), InputFormat.JSON)
                .validate(response.body(), InputFormat.JSON))
        .as(operation + " " + response.body())
        .isEmpty();
    return RunningFetcher.json(response);
  }

  @Test
  void feedsAreShownAsDescribed() {
    site.on(
        "/feed",
        200,
        XML,
        "<rss version=\"2.0\"><channel><title>Quay</title><link>https://quay.example/</link>"
            + "<item><guid>1</guid><title>one</title></item></channel></rss>");
    String body =
        ("{\"url\":\"%s\",\"title\":\"Quay\",\"tags\":[\"sea\"],\"minIntervalSeconds\":60,"
                + "\"maxIntervalSeconds\":600,\"headers\":{\"X-Reader\":\"1\"}}")
            .formatted(site.url("/feed"));
    JsonNode created =
        checked("post /api/v1/feeds", fetcher.post("/api/v1/feeds", "application/json", body));
    String id = created.get("id").stringValue();
    String missing = fetcher.subscribe(site.url("/missing"));
    fetcher.awaitPolled(id);
    fetcher.awaitPolled(missing);

    String one = "/api/v1/feeds/" + id;
    JsonNode shown = checked("get /api/v1/feeds/{id}", fetcher.get(one));
    JsonNode failing = checked("get /api/v1/feeds/{id}", fetcher.get("/api/v1/feeds/" + missing));
    checked("get /api/v1/feeds", fetcher.get("/api/v1/feeds"));
    checked("patch /api/v1/feeds/{id}", fetcher.patch(one, "{\"tags\":[]}"));
    checked("post /api/v1/feeds/{id}/fetch", fetcher.post(one + "/fetch", "text/plain", ""));
    JsonNode paused =
        checked("post /api/v1/feeds/{id}/pause", fetcher.post(one + "/pause", "text/plain", ""));
    checked("post /api/v1/feeds/{id}/resume", fetcher.post(one + "/resume", "text/plain", ""));

    // Every field that is described was seen.
    assertThat(fields(shown, failing, paused)).isEqualTo(described("Feed"));
    assertThat(fields(shown.get("status"), failing.get("status")))
        .containsAll(
            described("FeedStatus").stream().filter(name -> !name.equals("suggestions")).toList());
  }

  private static Set<String> fields(JsonNode... answers) {
    Set<String> names = new TreeSet<>();
    Stream.of(answers).forEach(answer -> names.addAll(answer.propertyNames()));
    return names;
  }

  private static Set<String> described(String schema) {
    return new TreeSet<>(
        document.at("/components/schemas/" + schema + "/properties").propertyNames());
  }

  @Test
  void listsDiscoveriesAndArticlesAreAnsweredAsDescribed() {
    site.on(
            "/page",
            200,
            Map.of("Content-Type", "text/html"),
            "<html><link rel=alternate type=application/rss+xml href=/found>")
        .on(
            "/found",
            200,
            XML,
            "<rss version=\"2.0\"><channel><title>Quay</title></channel></rss>");
    String list =
        "<opml version=\"2.0\"><body><outline type=\"rss\" xmlUrl=\"%s\"/>"
                .formatted(site.url("/listed"))
            + "<outline type=\"rss\" text=\"bad\" xmlUrl=\"javascript:alert(1)\"/></body></opml>";

    JsonNode imported =
        checked("post /api/v1/opml", fetcher.post("/api/v1/opml", "text/xml", list));
    JsonNode found =
        checked(
            "post /api/v1/discover",
            fetcher.post(
                "/api/v1/discover", "application/json", "{\"url\":\"" + site.url("/page") + "\"}"));
    String article = "/api/v1/articles?url=https://coast-wire.example/1&source=Coast";
    checked("post /api/v1/articles", fetcher.post(article, "text/plain", "Harbour closed"));
    checked("delete /api/v1/articles", fetcher.delete(article));

    assertThat(imported.get("imported").intValue()).isEqualTo(1);
    assertThat(found.get("feeds").size()).isEqualTo(1);
  }

  @Test
  void problemsAreAnsweredAsDescribed() {
    checked("get /api/v1/feeds/{id}", fetcher.get("/api/v1/feeds/0123456789abcdef"));
    checked("get /api/v1/feeds", fetcher.get("/api/v1/feeds?size=0"));
    checked("post /api/v1/feeds", fetcher.post("/api/v1/feeds", "application/json", "{"));
    checked("post /api/v1/opml", fetcher.post("/api/v1/opml", "text/xml", "no list"));
    checked("post /api/v1/articles", fetcher.post("/api/v1/articles", "text/plain", "no url"));
  }
}
