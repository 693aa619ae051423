package io.newswire.fetcher.opml;

/** Reads OPML 1.0, 1.1 and 2.0, well-formed or not. Thread-safe. */
public final class OpmlReader {

  /**
   * Reads a list. Never throws for what a document contains: what cannot be read is named in {@link
   * OpmlDocument#problems()}.
   */
  public OpmlDocument read(byte[] document) {
    throw new UnsupportedOperationException("reading " + document.length + " bytes");
  }
}
