package io.newswire.fetcher.subscription;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscription, the value of the feeds topic (feed.schema.json).
 *
 * @param id feed id; it stays when the URL changes
 * @param url address that is polled, normalised, without credentials
 * @param title name given by the subscriber
 * @param tags labels
 * @param fullText whether the page of each entry is fetched too
 * @param minIntervalSeconds never polled more often
 * @param maxIntervalSeconds polled at least this often while it answers
 * @param paused not polled while true
 * @param pausedReason why it is paused
 * @param access sealed credentials and headers, see {@link AccessSeal}
 * @param origin where it comes from
 * @param fetchRequestedAt when somebody last asked to have it polled now
 * @param createdAt when it was first subscribed
 * @param updatedAt when it was last changed
 */
public record Subscription(
    String id,
    String url,
    @Nullable String title,
    List<String> tags,
    boolean fullText,
    @Nullable Integer minIntervalSeconds,
    @Nullable Integer maxIntervalSeconds,
    boolean paused,
    @Nullable String pausedReason,
    @Nullable String access,
    Origin origin,
    @Nullable Instant fetchRequestedAt,
    Instant createdAt,
    Instant updatedAt) {

  /** Where a subscription comes from. */
  public enum Origin {
    /** The REST API. */
    @JsonProperty("api")
    API,
    /** A file that is the source of truth for it. */
    @JsonProperty("opml")
    OPML
  }

  /** Returns one with nothing but an address, subscribed at {@code now}. */
  public static Subscription bare(String id, String url, Origin origin, Instant now) {
    return new Subscription(
        id, url, null, List.of(), false, null, null, false, null, null, origin, null, now, now);
  }

  /** Returns a copy to change. */
  public SubscriptionDraft draft() {
    return new SubscriptionDraft(this);
  }

  /** Returns why this is no usable subscription, or null where it is one. */
  public @Nullable String problem() {
    if (id == null || url == null || createdAt == null || updatedAt == null || origin == null) {
      return "a required field is missing";
    }
    if (!id.matches("[0-9a-f]{16}")) {
      return "the id is not 16 hex digits";
    }
    if (tags == null || tags.stream().anyMatch(Objects::isNull)) {
      return "the tags are missing";
    }
    try {
      URI.create(url);
      return FeedUrl.parse(url).credentials() == null ? null : "the address carries credentials";
    } catch (IllegalArgumentException e) {
      return "the address is none that can be polled";
    }
  }
}
