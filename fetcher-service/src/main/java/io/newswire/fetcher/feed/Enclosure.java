package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to an entry.
 *
 * @param url the absolute address
 * @param type the media type
 * @param length the size in bytes; null where unknown or no number
 */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
