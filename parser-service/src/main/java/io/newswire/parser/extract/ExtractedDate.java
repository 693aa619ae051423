package io.newswire.parser.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A date found in a document.
 *
 * @param instant the point in time; the start of the day in UTC where only a day is known and no
 *     zone
 * @param day the day as the document itself counts it, in the zone that it states or writes in
 * @param source where it was found
 */
public record ExtractedDate(Instant instant, LocalDate day, Source source) {

  /** A date whose day is counted in UTC. */
  public ExtractedDate(Instant instant, Source source) {
    this(instant, instant.atOffset(ZoneOffset.UTC).toLocalDate(), source);
  }

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
