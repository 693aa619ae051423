package io.newswire.fetcher.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry that was published.
 *
 * @param key what it is known by
 * @param hash hash of its meaningful content
 * @param version version of its last event
 * @param revision revision of its last event
 * @param firstSeenAt when it was first seen, exact to the millisecond
 * @param withdrawn whether it was withdrawn
 * @param link its link, where the feed's format can withdraw entries
 */
public record KnownEntry(
    EntryKey key,
    long hash,
    long version,
    int revision,
    Instant firstSeenAt,
    boolean withdrawn,
    @Nullable String link) {}
