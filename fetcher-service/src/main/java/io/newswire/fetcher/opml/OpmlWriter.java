package io.newswire.fetcher.opml;

/** Writes OPML 2.0. Thread-safe. */
public final class OpmlWriter {

  /** Writes {@code document} in UTF-8, feeds with tags once for every tag, as folders. */
  public byte[] write(OpmlDocument document) {
    throw new UnsupportedOperationException("writing " + document.feeds().size() + " feeds");
  }
}
