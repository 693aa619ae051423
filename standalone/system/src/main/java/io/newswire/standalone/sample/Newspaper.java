package io.newswire.standalone.sample;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A newspaper with its stories, newest first, and the format that its feed has. */
record Newspaper(
    String id, String name, String about, String language, Format format, List<Story> stories) {

  /** What its feed looks like. */
  enum Format {
    RSS("rss.xml", "application/rss+xml; charset=utf-8"),
    ATOM("atom.xml", "application/atom+xml; charset=utf-8"),
    JSON("feed.json", "application/feed+json; charset=utf-8"),
    RDF("index.rdf", "application/rdf+xml; charset=utf-8"),
    /** RSS as careless software writes it: bare ampersands, HTML's entities, elements left open. */
    MALFORMED("rss.xml", "text/xml"),
    /** RSS with summaries alone: who wants the text has to fetch the pages. */
    TEASERS("rss.xml", "application/rss+xml; charset=utf-8");

    private final String file;
    private final String contentType;

    Format(String file, String contentType) {
      this.file = file;
      this.contentType = contentType;
    }
  }

  String feedPath() {
    return "/" + id + "/" + format.file;
  }

  String contentType() {
    return format.contentType;
  }

  Instant updated() {
    return stories.stream()
        .map(Story::published)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** A story's address in this newspaper's feed, with the marks that its marketing wants. */
  String link(Story story, String site) {
    return site + story.path() + "?utm_source=" + id + "&utm_medium=feed";
  }
}
