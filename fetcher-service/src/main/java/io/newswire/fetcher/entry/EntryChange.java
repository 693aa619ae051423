package io.newswire.fetcher.entry;

import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.state.KnownEntry;
import org.jspecify.annotations.Nullable;

/** What is to be published of an entry. */
public sealed interface EntryChange {

  /** Returns the entry as it is known once this is published. */
  KnownEntry known();

  /** Returns what identifies the entry within its feed. */
  String identity();

  /**
   * It is new, or says something else than before.
   *
   * @param entry the entry
   * @param identity what identifies it
   * @param known as it is known from now on
   * @param sharedLink whether its link identifies no article
   */
  record Appeared(Entry entry, String identity, KnownEntry known, boolean sharedLink)
      implements EntryChange {}

  /**
   * The publisher withdrew it.
   *
   * @param identity what identifies it
   * @param known as it is known from now on
   * @param link its link, where it identified the article
   */
  record Withdrawn(String identity, KnownEntry known, @Nullable String link)
      implements EntryChange {}
}
