package io.newswire.fetcher.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was wrong with one document: each thing once, a bounded number of them. */
final class Problems {

  private static final int MOST = 20;

  private final Set<String> found = new LinkedHashSet<>();
  private boolean malformed;

  /** Takes in what no conforming parser of the document's syntax would have accepted. */
  void add(String problem) {
    malformed = true;
    note(problem);
  }

  /** Takes in what is odd, and well-formed all the same. */
  void note(String oddity) {
    if (found.size() < MOST) {
      found.add(oddity);
    }
  }

  boolean isMalformed() {
    return malformed;
  }

  List<String> asList() {
    return List.copyOf(found);
  }
}
