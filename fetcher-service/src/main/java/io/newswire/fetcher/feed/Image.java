package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * An image that a feed gives beside the text.
 *
 * @param url the absolute address
 * @param width pixels
 * @param height pixels
 * @param caption what is to be read below it
 * @param credit whose picture it is
 * @param alt alternative text
 */
public record Image(
    String url,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String caption,
    @Nullable String credit,
    @Nullable String alt) {}
