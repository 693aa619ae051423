package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a text of a feed is encoded. */
public enum TextType {
  /** Nothing in it is markup: what looks like a tag or an entity is meant to be seen. */
  @JsonProperty("text")
  TEXT,
  /** HTML markup. */
  @JsonProperty("html")
  HTML
}
