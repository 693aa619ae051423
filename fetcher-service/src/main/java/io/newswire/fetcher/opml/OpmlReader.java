package io.newswire.fetcher.opml;

import io.newswire.fetcher.feed.ForgivingXml;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads OPML 1.0, 1.1 and 2.0 (opml.org/spec2.opml), well-formed or not: unescaped ampersands,
 * unquoted or misspelt attributes, wrong charsets and unclosed elements cost no feed. Thread-safe.
 */
public final class OpmlReader {

  /**
   * Reads a list. Never throws for what a document contains: what cannot be read is named in {@link
   * OpmlDocument#problems()}.
   */
  public OpmlDocument read(byte[] document) {
    OutlineVisitor visitor = new OutlineVisitor();
    List<String> problems = new ArrayList<>(ForgivingXml.read(document, visitor));
    problems.addAll(visitor.problems());
    return new OpmlDocument(visitor.title(), visitor.feeds(), List.copyOf(problems));
  }
}
