package io.newswire.fetcher.feed;

import java.util.Arrays;

/**
 * Whether tags are nested as XML wants it (XML 1.0, 2.1 and 3). Only judges: how a reader goes on
 * where they are not is the reader's business.
 */
final class Nesting {

  /** How far up an end tag without a start tag is looked for. */
  private static final int FARTHEST = 64;

  /** Characters of a name that a problem shows. */
  private static final int LONGEST_SHOWN = 100;

  private final Problems problems;
  private Name[] names = new Name[32];
  private int depth;
  private boolean rootSeen;

  Nesting(Problems problems) {
    this.problems = problems;
  }

  /** Whether no element is open. */
  boolean isOutside() {
    return depth == 0;
  }

  /** A start tag, or one that closes itself. */
  void open(Name name, boolean empty) {
    if (depth == 0) {
      if (rootSeen) {
        problems.add("more than one root element");
      }
      rootSeen = true;
    }
    if (empty) {
      return;
    }
    if (depth == names.length) {
      names = Arrays.copyOf(names, depth * 2);
    }
    names[depth++] = name;
  }

  /** An end tag. */
  void close(Name name) {
    if (depth > 0 && isSame(names[depth - 1], name)) {
      depth--;
      return;
    }
    for (int i = depth - 1; i >= 0 && i >= depth - FARTHEST; i--) {
      if (isSame(names[i], name)) {
        problems.add("an element that is not closed: <" + shown(names[depth - 1]) + ">");
        depth = i;
        return;
      }
    }
    problems.add("an end tag without its start tag: </" + shown(name) + ">");
  }

  /** The document ends. */
  void end() {
    if (depth > 0) {
      problems.add("the document ends before <" + shown(names[depth - 1]) + "> is closed");
    }
  }

  private static String shown(Name name) {
    return name.raw.length() <= LONGEST_SHOWN
        ? name.raw
        : name.raw.substring(0, LONGEST_SHOWN) + "…";
  }

  private static boolean isSame(Name a, Name b) {
    return a == b || a.raw.equals(b.raw);
  }
}
