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

  /**
   * Whether it is a name in XML and its namespaces (Namespaces in XML 1.0, 4), as far as looked.
   */
  final boolean valid;

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
    this.valid = isStart(raw, 0) && isStart(raw, colon + 1) && isName(raw, colon + 1);
  }

  private static boolean isStart(String raw, int at) {
    return at < raw.length() && (Character.isLetter(raw.charAt(at)) || raw.charAt(at) == '_');
  }

  private static boolean isName(String raw, int from) {
    for (int i = from; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < 0xB7 && !Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return raw;
  }
}
