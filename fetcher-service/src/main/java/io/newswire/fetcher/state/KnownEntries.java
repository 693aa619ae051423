package io.newswire.fetcher.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The known entries of a feed, most recently seen first. Immutable, and packed: about 30 bytes an
 * entry where objects would take more than 150. Key and hash take 24 bytes; times and revisions are
 * variable-length numbers, of which most are small: entries that were found together differ in
 * nothing but these.
 */
@JsonSerialize(using = KnownEntriesSerializer.class)
@JsonDeserialize(using = KnownEntriesDeserializer.class)
public final class KnownEntries {

  /** No entry. */
  public static final KnownEntries NONE = new KnownEntries(0, new byte[0], null);

  /** Key, hash, and three numbers of ten bytes at most. */
  private static final int MOST_BYTES = 3 * Long.BYTES + 3 * 10;

  private final int size;
  private final byte[] packed;
  private final @Nullable String @Nullable [] links;

  private KnownEntries(int size, byte[] packed, @Nullable String @Nullable [] links) {
    this.size = size;
    this.packed = packed;
    this.links = links;
  }

  /** Packs entries, most recently seen first. */
  public static KnownEntries of(List<KnownEntry> entries) {
    if (entries.isEmpty()) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.allocate(entries.size() * MOST_BYTES);
    @Nullable String @Nullable [] links = null;
    long before = 0;
    for (int i = 0; i < entries.size(); i++) {
      KnownEntry entry = entries.get(i);
      if (entry.link() != null) {
        links = links == null ? new @Nullable String[entries.size()] : links;
        links[i] = entry.link();
      }
      long firstSeen = entry.firstSeenAt().toEpochMilli();
      bytes.putLong(entry.key().high()).putLong(entry.key().low()).putLong(entry.hash());
      putNumber(bytes, firstSeen - before);
      putNumber(bytes, entry.version() - firstSeen);
      putNumber(bytes, (long) entry.revision() << 1 | (entry.withdrawn() ? 1 : 0));
      before = firstSeen;
    }
    return new KnownEntries(entries.size(), Arrays.copyOf(bytes.array(), bytes.position()), links);
  }

  /** Returns how many there are. */
  public int size() {
    return size;
  }

  /** Returns all of them. */
  public List<KnownEntry> toList() {
    List<KnownEntry> entries = new ArrayList<>(size);
    ByteBuffer bytes = ByteBuffer.wrap(packed);
    long before = 0;
    for (int i = 0; i < size; i++) {
      EntryKey key = new EntryKey(bytes.getLong(), bytes.getLong());
      long hash = bytes.getLong();
      long firstSeen = before + number(bytes);
      long version = firstSeen + number(bytes);
      long revision = number(bytes);
      entries.add(
          new KnownEntry(
              key,
              hash,
              version,
              (int) (revision >>> 1),
              Instant.ofEpochMilli(firstSeen),
              (revision & 1) == 1,
              links == null ? null : links[i]));
      before = firstSeen;
    }
    return entries;
  }

  /** Seven bits a byte, the sign in the lowest bit. */
  private static void putNumber(ByteBuffer bytes, long number) {
    long left = number << 1 ^ number >> 63;
    while ((left & ~0x7FL) != 0) {
      bytes.put((byte) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    bytes.put((byte) left);
  }

  private static long number(ByteBuffer bytes) {
    long number = 0;
    int shift = 0;
    byte next = bytes.get();
    while (next < 0) {
      number |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = bytes.get();
    }
    number |= (long) next << shift;
    return number >>> 1 ^ -(number & 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KnownEntries that
        && Arrays.equals(packed, that.packed)
        && Arrays.equals(links, that.links);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(packed);
  }

  @Override
  public String toString() {
    return "KnownEntries[" + size + "]";
  }
}
