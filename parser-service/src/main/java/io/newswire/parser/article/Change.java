package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happened to an entry or article. */
public enum Change {
  @JsonProperty("new")
  NEW,
  @JsonProperty("updated")
  UPDATED,
  @JsonProperty("withdrawn")
  WITHDRAWN
}
