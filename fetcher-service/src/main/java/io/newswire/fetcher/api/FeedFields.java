package io.newswire.fetcher.api;

import io.newswire.fetcher.http.BasicCredentials;
import io.newswire.fetcher.http.FetchRequest;
import io.newswire.fetcher.http.Purpose;
import io.newswire.fetcher.subscription.AccessSeal;
import io.newswire.fetcher.subscription.FeedAccess;
import io.newswire.fetcher.subscription.FeedUrl;
import io.newswire.fetcher.subscription.SubscriptionDraft;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a feed as a caller sends them, to create or, as a JSON Merge Patch (RFC 7396), to
 * change it: a field that is absent stays, null removes.
 */
final class FeedFields {

  private static final Set<String> KNOWN =
      Set.of(
          "url",
          "title",
          "tags",
          "fullText",
          "minIntervalSeconds",
          "maxIntervalSeconds",
          "paused",
          "credentials",
          "headers");

  private static final int MAX_TITLE = 500;
  private static final int MAX_TAGS = 50;
  private static final int MAX_TAG = 200;
  private static final int MAX_HEADERS = 20;
  private static final int MAX_INTERVAL = 30 * 24 * 3600;

  private final JsonNode body;

  FeedFields(@Nullable JsonNode body) {
    if (body == null || !body.isObject()) {
      throw ApiException.badRequest("Send a JSON object");
    }
    for (String name : body.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw ApiException.badRequest(
            "The object has a field that a feed does not have; it may have "
                + String.join(", ", KNOWN.stream().sorted().toList()));
      }
    }
    this.body = body;
  }

  /** Returns the address, or null where it is absent. */
  @Nullable FeedUrl url() {
    JsonNode node = body.get("url");
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      throw ApiException.badRequest("url: not a string");
    }
    return FeedUrl.parse(node.stringValue());
  }

  /** Changes a subscription; its address is the caller's matter. */
  void applyTo(
      SubscriptionDraft draft, String feedId, FeedAccess before, AccessSeal seal, boolean paused) {
    if (body.has("title")) {
      draft.title(title(body.get("title")));
    }
    if (body.has("tags")) {
      draft.tags(tags(body.get("tags")));
    }
    if (body.has("fullText")) {
      draft.fullText(flag("fullText"));
    }
    applyInterval(draft);
    if (body.has("paused")) {
      boolean wanted = flag("paused");
      if (wanted && !paused) {
        draft.paused("paused by request");
      } else if (!wanted && paused) {
        draft.resumed();
      }
    }
    applyAccess(draft, feedId, before, seal);
  }

  private void applyInterval(SubscriptionDraft draft) {
    if (!body.has("minIntervalSeconds") && !body.has("maxIntervalSeconds")) {
      return;
    }
    Integer min =
        body.has("minIntervalSeconds") ? seconds("minIntervalSeconds") : draft.minInterval();
    Integer max =
        body.has("maxIntervalSeconds") ? seconds("maxIntervalSeconds") : draft.maxInterval();
    if (min != null && max != null && min > max) {
      throw ApiException.badRequest("minIntervalSeconds is greater than maxIntervalSeconds");
    }
    draft.interval(min, max);
  }

  private void applyAccess(
      SubscriptionDraft draft, String feedId, FeedAccess before, AccessSeal seal) {
    FeedUrl url = url();
    BasicCredentials inUrl = url == null ? null : url.credentials();
    if (!body.has("credentials") && !body.has("headers") && inUrl == null) {
      return;
    }
    BasicCredentials credentials = inUrl != null ? inUrl : credentials(before);
    Map<String, String> headers = body.has("headers") ? headers() : before.headers();
    FeedAccess access =
        new FeedAccess(
            credentials == null ? null : credentials.user(),
            credentials == null ? null : credentials.password(),
            headers);
    check(headers);
    draft.access(access.isEmpty() ? null : seal.seal(feedId, access));
  }

  private @Nullable BasicCredentials credentials(FeedAccess before) {
    JsonNode node = body.get("credentials");
    if (node == null) {
      String user = before.user();
      String password = before.password();
      return user == null ? null : basic(user, password == null ? "" : password);
    }
    if (node.isNull()) {
      return null;
    }
    JsonNode user = node.get("user");
    JsonNode password = node.get("password");
    if (user == null || !user.isString() || password == null || !password.isString()) {
      throw ApiException.badRequest("credentials: an object with user and password is needed");
    }
    return basic(user.stringValue(), password.stringValue());
  }

  private static BasicCredentials basic(String user, String password) {
    try {
      return new BasicCredentials(user, password);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("credentials: " + e.getMessage());
    }
  }

  private Map<String, String> headers() {
    JsonNode node = body.get("headers");
    Map<String, String> headers = new LinkedHashMap<>();
    if (node == null || node.isNull()) {
      return headers;
    }
    if (!node.isObject() || node.size() > MAX_HEADERS) {
      throw ApiException.badRequest(
          "headers: an object of at most " + MAX_HEADERS + " strings is needed");
    }
    for (Map.Entry<String, JsonNode> header : node.properties()) {
      if (!header.getValue().isString()) {
        throw ApiException.badRequest("headers: every value has to be a string");
      }
      headers.put(header.getKey(), header.getValue().stringValue());
    }
    return headers;
  }

  /** The client's own check of what may be sent. */
  private static void check(Map<String, String> headers) {
    try {
      URI anywhere = URI.create("https://feed.example/");
      new FetchRequest(anywhere, null, null, null, headers, null, Purpose.FEED);
    } catch (IllegalArgumentException e) {
      throw ApiException.badRequest("headers: " + e.getMessage());
    }
  }

  private static @Nullable String title(JsonNode node) {
    if (node.isNull()) {
      return null;
    }
    return text("title", node, MAX_TITLE);
  }

  private static List<String> tags(JsonNode node) {
    if (node.isNull()) {
      return List.of();
    }
    if (!node.isArray() || node.size() > MAX_TAGS) {
      throw ApiException.badRequest("tags: an array of at most " + MAX_TAGS + " strings is needed");
    }
    Set<String> tags = new LinkedHashSet<>();
    for (JsonNode tag : node) {
      tags.add(text("tags", tag, MAX_TAG));
    }
    return new ArrayList<>(tags);
  }

  private static String text(String field, JsonNode node, int longest) {
    if (!node.isString()) {
      throw ApiException.badRequest(field + ": not a string");
    }
    String text = node.stringValue().strip();
    if (text.isEmpty() || text.length() > longest) {
      throw ApiException.badRequest(field + ": 1 to " + longest + " characters are needed");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw ApiException.badRequest(field + ": control characters are not allowed");
    }
    return text;
  }

  private boolean flag(String field) {
    JsonNode node = body.get(field);
    if (node == null || !node.isBoolean()) {
      throw ApiException.badRequest(field + ": true or false is needed");
    }
    return node.booleanValue();
  }

  private @Nullable Integer seconds(String field) {
    JsonNode node = body.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      throw ApiException.badRequest(field + ": a whole number of seconds is needed");
    }
    int seconds = node.intValue();
    if (seconds < 1 || seconds > MAX_INTERVAL) {
      throw ApiException.badRequest(field + ": 1 to " + MAX_INTERVAL + " seconds are possible");
    }
    return seconds;
  }
}
