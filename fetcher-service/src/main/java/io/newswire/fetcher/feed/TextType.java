package io.newswire.fetcher.feed;

/** How a {@link Text} is to be read. */
public enum TextType {
  /** Plain text: {@code <} means a less-than sign. */
  TEXT,
  /** HTML markup. */
  HTML
}
