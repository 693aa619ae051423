package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * A text of a feed, trimmed, otherwise as the feed gave it.
 *
 * @param value the text, or the markup; never sanitised here
 * @param type how to read {@code value}
 * @param base what relative references in {@code value} are relative to where this element has an
 *     {@code xml:base} of its own; null where the base of the entry or feed holds
 */
public record Text(String value, TextType type, @Nullable String base) {

  /** A text without a base of its own. */
  public Text(String value, TextType type) {
    this(value, type, null);
  }
}
