package io.newswire.indexer.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An indexer's rebuilds, over its API. */
final class RebuildClient implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String REBUILDS = "/api/v1/rebuilds";
  private static final Set<String> RUNNING = Set.of("building", "catching-up");

  private final URI url;
  private final @Nullable String key;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /**
   * A client.
   *
   * @param url address of the indexer, without a slash at the end
   * @param key key of its API, if it needs one
   */
  RebuildClient(URI url, @Nullable String key) {
    this.url = url;
    this.key = key;
  }

  /**
   * How far a rebuild is, as the indexer tells it.
   *
   * @param index the index that is built
   * @param phase what it is doing, or how it ended
   * @param percent of the records
   * @param done records that are behind it
   * @param total records in all
   * @param secondsLeft estimate; null where there is none yet
   * @param waitingFor what is in the way; null if nothing is
   */
  record Rebuild(
      String index,
      String phase,
      int percent,
      long done,
      long total,
      @Nullable Long secondsLeft,
      @Nullable String waitingFor) {

    /** Whether nothing more happens; one that was interrupted goes on when the indexer is back. */
    boolean ended() {
      return !RUNNING.contains(phase) && !phase.equals("interrupted");
    }
  }

  /** The indexer does not do it. */
  static class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** The indexer does not answer, which may pass. */
  static final class AwayException extends RefusedException {
    private static final long serialVersionUID = 1L;

    AwayException(String message) {
      super(message);
    }
  }

  /** Starts a rebuild; where one is running already it is that one. */
  Rebuild startOrJoin() throws InterruptedException {
    HttpResponse<String> answer = call("POST", REBUILDS);
    if (answer.statusCode() == 409) {
      return current()
          .orElseThrow(() -> new RefusedException("a rebuild has just ended; try again"));
    }
    return read(json(answer));
  }

  /** The rebuild that is running or was the last. */
  Optional<Rebuild> current() throws InterruptedException {
    JsonNode list = json(call("GET", REBUILDS));
    return list.isEmpty() ? Optional.empty() : Optional.of(read(list.get(0)));
  }

  /** Gives up a rebuild. */
  Rebuild cancel(String index) throws InterruptedException {
    return read(json(call("DELETE", REBUILDS + "/" + index)));
  }

  private HttpResponse<String> call(String method, String path) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(TIMEOUT)
            .header("accept", "application/json")
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (key != null && !key.isBlank()) {
      request.header("X-API-Key", key);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new AwayException("%s does not answer (%s)".formatted(url, reason));
    }
  }

  private JsonNode json(HttpResponse<String> answer) {
    try {
      JsonNode json = JsonMapper.shared().readTree(answer.body());
      if (answer.statusCode() < 300) {
        return json;
      }
      String detail = json.path("detail").asString("");
      throw refused(answer.statusCode(), detail.isEmpty() ? answer.body() : detail);
    } catch (JacksonException e) {
      throw refused(answer.statusCode(), "what answers is no indexer");
    }
  }

  private RefusedException refused(int status, String detail) {
    String message = "%s answered %d: %s".formatted(url, status, detail);
    return status == 502 || status == 503 || status == 504
        ? new AwayException(message)
        : new RefusedException(message);
  }

  private static Rebuild read(JsonNode json) {
    return new Rebuild(
        json.path("index").asString(""),
        json.path("phase").asString(""),
        json.path("percent").asInt(0),
        json.path("recordsDone").asLong(0),
        json.path("recordsTotal").asLong(0),
        json.has("secondsLeft") ? json.path("secondsLeft").asLong() : null,
        json.has("waitingFor") ? json.path("waitingFor").asString("") : null);
  }

  @Override
  public void close() {
    http.close();
  }
}
