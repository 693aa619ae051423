package io.newswire.fetcher.feed;

import java.net.URI;
import java.util.Map;

/**
 * A document as it was received.
 *
 * @param body the bytes after content decoding; not copied, must not change
 * @param url the final address, which relative links are resolved against
 * @param headers the response headers by lower-case name; {@code content-type}, {@code
 *     content-location}, {@code content-language} and {@code link} are looked at
 */
public record FeedDocument(byte[] body, URI url, Map<String, String> headers) {}
