package io.newswire.fetcher.feed;

/**
 * A text of a feed, trimmed, otherwise as the feed gave it.
 *
 * @param value the text, or the markup; never sanitised here
 * @param type how to read {@code value}
 */
public record Text(String value, TextType type) {}
