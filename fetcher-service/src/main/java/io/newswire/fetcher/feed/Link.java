package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * A link with its relation (RFC 4287, 4.2.7).
 *
 * @param href the absolute address
 * @param rel the relation, lower case; {@code alternate} where the feed gives none
 * @param type the media type
 * @param hreflang the language of the target
 * @param title a title
 */
public record Link(
    String href,
    String rel,
    @Nullable String type,
    @Nullable String hreflang,
    @Nullable String title) {}
