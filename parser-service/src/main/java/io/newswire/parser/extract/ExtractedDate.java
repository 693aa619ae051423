package io.newswire.parser.extract;

import io.newswire.parser.extract.date.FoundDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A date found in a document.
 *
 * @param instant the point in time; the start of the day in UTC where only a day is known and no
 *     zone
 * @param day the day as the document itself counts it, in the zone that it states or writes in
 * @param offset the offset from UTC that the document states, where it states one
 * @param timed whether the document states a time of the day
 * @param source where it was found
 */
public record ExtractedDate(
    Instant instant, LocalDate day, @Nullable ZoneOffset offset, boolean timed, Source source) {

  /** Where a date was found. */
  public enum Source {
    /** Structured data, meta tags or a time element of the page. */
    PAGE,
    /** The visible text. */
    TEXT,
    /** The visible text, counted from the fetch: "3 hours ago". */
    AGE,
    /** The address of the document. */
    URL
  }

  /** A date as it was written somewhere in the document. */
  public static ExtractedDate of(FoundDate found, Source source) {
    Instant instant = found.instant();
    ZoneOffset offset = found.zone() == null ? null : found.zone().getRules().getOffset(instant);
    return new ExtractedDate(instant, found.day(), offset, found.time() != null, source);
  }

  /**
   * The date in ISO 8601, as much of it as the document tells: with its own offset where the day is
   * that of the offset ({@code 2024-04-12T23:30:00-05:00}), in UTC where no offset is stated, and
   * the day alone where no time is, or where the document counts another day than UTC and does not
   * say in which zone.
   */
  public String iso() {
    if (!timed) {
      return day.toString();
    }
    ZoneOffset zone = offset == null ? ZoneOffset.UTC : offset;
    Instant seconds = instant.truncatedTo(ChronoUnit.SECONDS);
    if (!seconds.atOffset(zone).toLocalDate().equals(day)) {
      return day.toString();
    }
    return zone.equals(ZoneOffset.UTC)
        ? seconds.toString()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(seconds.atOffset(zone));
  }

  /** The same point in time on the day that the document counts elsewhere. */
  public ExtractedDate on(LocalDate counted) {
    return new ExtractedDate(instant, counted, offset, timed, source);
  }

  /** The same point in time in the zone that the document states elsewhere. */
  public ExtractedDate at(ZoneOffset stated) {
    return new ExtractedDate(
        instant, instant.atOffset(stated).toLocalDate(), stated, timed, source);
  }
}
