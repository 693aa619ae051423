package io.newswire.indexer.cluster;

import co.elastic.clients.transport.rest5_client.low_level.Response;
import java.io.IOException;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer with an error status.
 *
 * @param status HTTP status
 * @param type Elasticsearch's error type; {@code http_<status>} where something else answered
 * @param reason what it says, shortened
 * @param fromElasticsearch whether it is Elasticsearch's own answer, not that of a proxy
 */
public record ElasticsearchError(
    int status, String type, String reason, boolean fromElasticsearch) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_REASON = 1000;

  /** Whether an answer is an error: the client itself throws for 5xx only. */
  public static boolean isError(Response response) {
    return response.getStatusCode() >= 400;
  }

  /** Reads the error out of an answer. */
  public static ElasticsearchError of(Response response) {
    int status = response.getStatusCode();
    String body = body(response);
    try {
      JsonNode error = JSON.readTree(body).path("error");
      if (error.isObject()) {
        return new ElasticsearchError(
            status, error.path("type").asString("unknown"), shortened(reason(error)), true);
      }
      if (error.isString()) {
        return new ElasticsearchError(status, "http_" + status, shortened(error.asString()), true);
      }
    } catch (JacksonException e) {
      return new ElasticsearchError(status, "http_" + status, shortened(body), false);
    }
    return new ElasticsearchError(status, "http_" + status, shortened(body), false);
  }

  private static String reason(JsonNode error) {
    String reason = error.path("reason").asString("");
    for (JsonNode cause = error.path("caused_by");
        cause.isObject();
        cause = cause.path("caused_by")) {
      reason += ": " + cause.path("reason").asString("");
    }
    return reason;
  }

  private static String body(Response response) {
    try {
      var entity = response.getEntity();
      return entity == null ? "" : EntityUtils.toString(entity);
    } catch (IOException | ParseException e) {
      return "unreadable answer: " + e.getMessage();
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
  }
}
