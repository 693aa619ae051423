package io.newswire.parser.article;

import org.jspecify.annotations.Nullable;

/**
 * An attached file.
 *
 * @param url absolute address
 * @param type media type
 * @param length size in bytes
 */
public record Enclosure(String url, @Nullable String type, @Nullable Long length) {}
