package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * The name of an element or attribute in one document. The same object stands for all its
 * occurrences, so names are compared by identity, and what a name means is found once for each
 * namespace its prefix is bound to.
 */
final class Name {

  /** As written. */
  final String raw;

  /** In lower case, prefix included. */
  final String lower;

  /** The prefix in lower case, empty if there is none. */
  final String prefix;

  /** What follows the prefix, in lower case. */
  final String local;

  /** {@link #field} was looked up with this vocabulary. */
  @Nullable Vocabulary vocabulary;

  /** What the name means in {@link #vocabulary}. */
  Field field = Field.UNKNOWN;

  Name(String raw, String lower) {
    this.raw = raw;
    this.lower = lower;
    int colon = lower.indexOf(':');
    this.prefix = colon < 0 ? "" : lower.substring(0, colon).intern();
    this.local = lower.substring(colon + 1).intern();
  }

  @Override
  public String toString() {
    return raw;
  }
}
