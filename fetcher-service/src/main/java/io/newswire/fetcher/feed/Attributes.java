package io.newswire.fetcher.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the start tag that the tokenizer stands at; values are decoded when asked for.
 */
final class Attributes {

  private static final int MOST = 256;

  private final TextDecoder decoder;
  private Name[] names = new Name[16];
  private int[] bounds = new int[32];
  private int size;

  Attributes(TextDecoder decoder) {
    this.decoder = decoder;
  }

  void clear() {
    size = 0;
  }

  void add(Name name, int from, int to) {
    if (size == MOST) {
      return;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, size * 2);
      bounds = Arrays.copyOf(bounds, size * 4);
    }
    names[size] = name;
    bounds[size * 2] = from;
    bounds[size * 2 + 1] = to;
    size++;
  }

  int size() {
    return size;
  }

  /** Whether there is an attribute of this very name. */
  boolean has(Name name) {
    for (int i = 0; i < size; i++) {
      if (names[i] == name) {
        return true;
      }
    }
    return false;
  }

  Name name(int index) {
    return names[index];
  }

  /** Where the value begins in the document. */
  int from(int index) {
    return bounds[index * 2];
  }

  /** Where the value ends. */
  int to(int index) {
    return bounds[index * 2 + 1];
  }

  String value(int index) {
    return decoder.text(bounds[index * 2], bounds[index * 2 + 1]);
  }

  /**
   * The trimmed value of the attribute with this lower-case name, prefix included; null if absent.
   */
  @Nullable String get(String lowerName) {
    for (int i = 0; i < size; i++) {
      if (names[i].lower.equals(lowerName)) {
        return value(i).strip();
      }
    }
    return null;
  }

  /** As {@link #get}, for the first of several names; empty values count as absent. */
  @Nullable String first(String... lowerNames) {
    for (String name : lowerNames) {
      String value = get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** Whether the attribute is there and has this value, case ignored. */
  boolean is(String lowerName, String value) {
    String given = get(lowerName);
    return given != null && given.equalsIgnoreCase(value);
  }
}
