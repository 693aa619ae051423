package io.newswire.fetcher.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API of a fetcher that runs somewhere on loopback. */
abstract class FetcherApi implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  FetcherApi(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  boolean isReady() {
    return get("/actuator/health/readiness").statusCode() == 200;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  HttpResponse<String> post(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> patch(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> delete(String path) {
    return send(request(path).DELETE().build());
  }

  /** Subscribes a feed and returns its id. */
  String subscribe(URI feed) {
    HttpResponse<String> created =
        post("/api/v1/feeds", "application/json", "{\"url\":\"" + feed + "\"}");
    if (created.statusCode() != 201) {
      throw new AssertionError(created.body());
    }
    return json(created).get("id").stringValue();
  }

  /** Has a feed polled and waits until it was. */
  void poll(String feedId) {
    String before = lastFetch(feedId);
    post("/api/v1/feeds/" + feedId + "/fetch", "application/json", "");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> !lastFetch(feedId).isEmpty() && !lastFetch(feedId).equals(before));
  }

  void awaitPolled(String feedId) {
    await().atMost(Duration.ofMinutes(1)).until(() -> !lastFetch(feedId).isEmpty());
  }

  JsonNode feed(String feedId) {
    return json(get("/api/v1/feeds/" + feedId));
  }

  long partitions() {
    JsonNode health = json(get("/actuator/health"));
    return health.at("/components/fetcherHealth/details/partitions").asLong();
  }

  static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  @Override
  public void close() {
    http.close();
  }

  private String lastFetch(String feedId) {
    return feed(feedId).at("/status/lastFetchAt").asString("");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(1));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
