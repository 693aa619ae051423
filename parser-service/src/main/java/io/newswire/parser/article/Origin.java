package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an article came to the fetcher. */
public enum Origin {
  @JsonProperty("feed")
  FEED,
  @JsonProperty("submission")
  SUBMISSION
}
