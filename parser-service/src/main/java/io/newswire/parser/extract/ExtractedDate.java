package io.newswire.parser.extract;

import java.time.Instant;

/**
 * A date found in a document.
 *
 * @param instant the point in time; the start of the day in UTC where only a day is known and no
 *     zone
 * @param source where it was found
 */
public record ExtractedDate(Instant instant, Source source) {

  /** Where a date was found. */
  public enum Source {
    /** Structured data, meta tags or a time element of the page. */
    PAGE,
    /** The visible text. */
    TEXT,
    /** The address of the document. */
    URL
  }
}
