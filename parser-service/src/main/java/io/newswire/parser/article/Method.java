package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the body of an article was obtained. */
public enum Method {
  /** The feed carries the article. */
  @JsonProperty("feed-content")
  FEED_CONTENT,
  /** The feed carries only a teaser, and no page came that has more. */
  @JsonProperty("feed-summary")
  FEED_SUMMARY,
  /** Extracted from the fetched page. */
  @JsonProperty("page")
  PAGE,
  /** Extracted from a submitted HTML document. */
  @JsonProperty("submitted-html")
  SUBMITTED_HTML,
  /** Extracted from a submitted plain text. */
  @JsonProperty("submitted-text")
  SUBMITTED_TEXT,
  /** There is no text. */
  @JsonProperty("none")
  NONE;

  /** The value in the event. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
