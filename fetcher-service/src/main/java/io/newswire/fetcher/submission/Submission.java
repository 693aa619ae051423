package io.newswire.fetcher.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article that somebody pushes.
 *
 * @param url its address: with the source it identifies the article
 * @param source name of who sends it
 * @param title its title where the sender gives it
 * @param published when it was published where the sender says so
 * @param revision which revision it is, 1 for the first
 * @param contentType Content-Type as received
 * @param body the document
 */
public record Submission(
    String url,
    String source,
    @Nullable String title,
    @Nullable Instant published,
    int revision,
    String contentType,
    byte[] body) {}
