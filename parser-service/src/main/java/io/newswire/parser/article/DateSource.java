package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a publication date comes from. */
public enum DateSource {
  @JsonProperty("feed")
  FEED,
  @JsonProperty("page")
  PAGE,
  @JsonProperty("text")
  TEXT,
  @JsonProperty("url")
  URL,
  @JsonProperty("submission")
  SUBMISSION,
  @JsonProperty("first-seen")
  FIRST_SEEN
}
