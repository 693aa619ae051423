package io.newswire.fetcher.http;

/** What a document is wanted for: decides the {@code Accept} header. */
public enum Purpose {
  /** A feed of any format. */
  FEED(
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
          + " application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"),
  /** The page of an entry, or of a site. */
  PAGE("text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"),
  /** A robots.txt. */
  ROBOTS("text/plain, */*;q=0.1");

  private final String accept;

  Purpose(String accept) {
    this.accept = accept;
  }

  String accept() {
    return accept;
  }
}
