package io.newswire.indexer.cluster;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to Elasticsearch other than bulk writes: few, small, and answered in JSON. */
@Component
public class ElasticsearchCluster {

  private final Rest5Client client;
  private final JsonMapper json;

  public ElasticsearchCluster(Rest5Client client, JsonMapper json) {
    this.client = client;
    this.json = json;
  }

  /**
   * The answer to a GET request, or empty where it is 404.
   *
   * @throws ElasticsearchException on any other error
   */
  public Optional<JsonNode> get(String path) {
    try {
      return Optional.of(perform("GET", path, null));
    } catch (ElasticsearchException e) {
      if (e.status() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The answer to a request that must succeed.
   *
   * @throws ElasticsearchException on any error
   */
  public JsonNode perform(String method, String path, @Nullable JsonNode body) {
    String name = method + " " + path;
    Request request = new Request(method, path);
    if (body != null) {
      request.setJsonEntity(body.toString());
    }
    try {
      Response response = client.performRequest(request);
      if (ElasticsearchError.isError(response)) {
        throw new ElasticsearchException(name, ElasticsearchError.of(response));
      }
      try (InputStream content = response.getEntity().getContent()) {
        return json.readTree(content);
      }
    } catch (ResponseException e) {
      throw new ElasticsearchException(name, ElasticsearchError.of(e.getResponse()));
    } catch (IOException | JacksonException e) {
      throw new ElasticsearchException(name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Asks for the version and refuses one that is not supported.
   *
   * @throws ElasticsearchException if it is not supported or cannot be asked
   */
  public ClusterVersion requireSupportedVersion() {
    JsonNode version = perform("GET", "/", null).path("version");
    return ClusterVersion.supported(
        version.path("number").asString(""),
        version.path("distribution").asString("elasticsearch"));
  }
}
