package io.newswire.parser.extract;

import org.jspecify.annotations.Nullable;

/**
 * A document to extract an article from.
 *
 * @param body the bytes as they were received, after content decoding; the array is not copied and
 *     must not change
 * @param contentType the Content-Type as received, where there was one
 * @param url absolute address of the document, which its relative references are resolved against
 */
public record Page(byte[] body, @Nullable String contentType, String url) {}
