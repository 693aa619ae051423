package io.newswire.fetcher.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of one document, found by their place in it without making a string. */
final class NameTable {

  private static final int MOST = 4_096;

  private final String source;
  private @Nullable Name[] slots = new Name[256];
  private int size;

  NameTable(String source) {
    this.source = source;
  }

  /** The name that stands between two positions. */
  Name at(int from, int to) {
    int length = to - from;
    int hash = length;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + source.charAt(i);
    }
    int mask = slots.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    for (Name name = slots[slot]; name != null; name = slots[slot]) {
      if (name.raw.length() == length && source.startsWith(name.raw, from)) {
        return name;
      }
      slot = (slot + 1) & mask;
    }
    String raw = source.substring(from, to);
    Name name = new Name(raw, raw.toLowerCase(Locale.ROOT));
    if (size < MOST) {
      slots[slot] = name;
      size++;
      if (size * 2 > slots.length) {
        grow();
      }
    }
    return name;
  }

  private void grow() {
    @Nullable Name[] old = slots;
    slots = new Name[old.length * 2];
    int mask = slots.length - 1;
    for (Name name : old) {
      if (name != null) {
        int hash = name.raw.length();
        for (int i = 0; i < name.raw.length(); i++) {
          hash = hash * 31 + name.raw.charAt(i);
        }
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != null) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = name;
      }
    }
  }
}
