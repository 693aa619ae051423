package io.newswire.fetcher.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was wrong with one document: each thing once, a bounded number of them. */
final class Problems {

  private static final int MOST = 20;

  private final Set<String> found = new LinkedHashSet<>();

  void add(String problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<String> asList() {
    return List.copyOf(found);
  }
}
