package io.newswire.parser.extract;

import org.jspecify.annotations.Nullable;

/**
 * An image that belongs to the article.
 *
 * @param url absolute http(s) address; null where only a caption or credit is known (plain text)
 * @param width pixels, where stated
 * @param height pixels, where stated
 * @param caption plain text
 * @param credit plain text: whose picture it is
 * @param alt plain text: alternative text
 */
public record ExtractedImage(
    @Nullable String url,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable String caption,
    @Nullable String credit,
    @Nullable String alt) {}
