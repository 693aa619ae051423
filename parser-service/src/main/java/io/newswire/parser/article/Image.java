package io.newswire.parser.article;

import org.jspecify.annotations.Nullable;

/**
 * An image.
 *
 * @param url absolute address
 * @param width pixels
 * @param height pixels
 * @param caption plain text
 * @param credit plain text: whose picture it is
 * @param alt plain text: alternative text
 */
public record Image(
    String url,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String caption,
    @Nullable String credit,
    @Nullable String alt) {}
