package io.newswire.fetcher.state;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a feed is. */
public enum FeedStatus {
  /** Not polled yet. */
  @JsonProperty("pending")
  PENDING("pending"),
  /** The last poll succeeded. */
  @JsonProperty("ok")
  OK("ok"),
  /** The last poll failed. */
  @JsonProperty("failing")
  FAILING("failing"),
  /** It answers with something else. */
  @JsonProperty("not-a-feed")
  NOT_A_FEED("not-a-feed"),
  /** It answers, but nothing new came for far longer than its habit. */
  @JsonProperty("silent")
  SILENT("silent"),
  /** It said that it is gone for good. */
  @JsonProperty("gone")
  GONE("gone");

  private final String wireName;

  FeedStatus(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in events, in the API and in metrics. */
  public String wireName() {
    return wireName;
  }
}
