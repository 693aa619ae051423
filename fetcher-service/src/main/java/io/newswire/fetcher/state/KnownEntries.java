package io.newswire.fetcher.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The known entries of a feed, most recently seen first. Immutable, and packed: 48 bytes an entry
 * where objects would take more than 150.
 */
@JsonSerialize(using = KnownEntriesSerializer.class)
@JsonDeserialize(using = KnownEntriesDeserializer.class)
public final class KnownEntries {

  /** No entry. */
  public static final KnownEntries NONE = new KnownEntries(new long[0], null);

  private static final int WORDS = 6;

  private final long[] words;
  private final @Nullable String @Nullable [] links;

  private KnownEntries(long[] words, @Nullable String @Nullable [] links) {
    this.words = words;
    this.links = links;
  }

  /** Packs entries, most recently seen first. */
  public static KnownEntries of(List<KnownEntry> entries) {
    if (entries.isEmpty()) {
      return NONE;
    }
    long[] words = new long[entries.size() * WORDS];
    @Nullable String @Nullable [] links = null;
    int at = 0;
    for (KnownEntry entry : entries) {
      if (entry.link() != null) {
        if (links == null) {
          links = new @Nullable String[entries.size()];
        }
        links[at / WORDS] = entry.link();
      }
      words[at++] = entry.key().high();
      words[at++] = entry.key().low();
      words[at++] = entry.hash();
      words[at++] = entry.version();
      words[at++] = entry.firstSeenAt().toEpochMilli();
      words[at++] = (long) entry.revision() << 1 | (entry.withdrawn() ? 1 : 0);
    }
    return new KnownEntries(words, links);
  }

  /** Returns how many there are. */
  public int size() {
    return words.length / WORDS;
  }

  /** Returns the entry at a position, the most recently seen at 0. */
  public KnownEntry get(int index) {
    int at = Objects.checkIndex(index, size()) * WORDS;
    return new KnownEntry(
        new EntryKey(words[at], words[at + 1]),
        words[at + 2],
        words[at + 3],
        (int) (words[at + 5] >>> 1),
        Instant.ofEpochMilli(words[at + 4]),
        (words[at + 5] & 1) == 1,
        links == null ? null : links[index]);
  }

  /** Returns all of them. */
  public List<KnownEntry> toList() {
    List<KnownEntry> entries = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      entries.add(get(i));
    }
    return entries;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KnownEntries that
        && Arrays.equals(words, that.words)
        && Arrays.equals(links, that.links);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "KnownEntries[" + size() + "]";
  }
}
