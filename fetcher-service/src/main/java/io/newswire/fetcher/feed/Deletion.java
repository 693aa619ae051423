package io.newswire.fetcher.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that the publisher withdrew (RFC 6721, {@code at:deleted-entry}).
 *
 * @param entryId the id of the withdrawn entry as the feed gives it
 * @param when when it was withdrawn
 */
public record Deletion(String entryId, @Nullable Instant when) {}
