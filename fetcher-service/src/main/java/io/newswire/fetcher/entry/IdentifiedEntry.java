package io.newswire.fetcher.entry;

import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.state.EntryKey;

/**
 * An entry and what tells it apart from the others of its feed.
 *
 * @param entry the entry
 * @param identity its own id, else its link, else a hash of what it says
 * @param key the key made of it
 * @param hash hash of its meaningful content
 * @param sharedLink whether its link identifies no article
 */
public record IdentifiedEntry(
    Entry entry, String identity, EntryKey key, long hash, boolean sharedLink) {}
