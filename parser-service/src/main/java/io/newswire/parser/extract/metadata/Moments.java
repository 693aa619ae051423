package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What several statements of one moment tell together: one has the time, another the zone, a third
 * the day that the publisher counts.
 */
final class Moments {

  /** Two ways of writing the same moment may leave out its seconds. */
  private static final Duration SAME_MOMENT = Duration.ofMinutes(1);

  private Moments() {}

  /** What is said to machines, in the zone or on the day that the same place shows to people. */
  static ExtractedDate asShown(ExtractedDate stated, ExtractedDate shown) {
    ExtractedDate zoned = inStatedZone(stated, Stream.of(shown));
    return !isZoned(zoned) && isNear(zoned, shown.day()) ? onDayOf(zoned, shown.day()) : zoned;
  }

  /** Whether a date states the publisher's own offset; UTC is what machines write. */
  static boolean isZoned(ExtractedDate date) {
    return date.offset() != null && !date.offset().equals(ZoneOffset.UTC);
  }

  /** The same day may be declared elsewhere with its time. */
  static ExtractedDate precise(ExtractedDate date, List<ExtractedDate> declared) {
    return date.timed()
        ? date
        : declared.stream()
            .filter(other -> other.timed() && other.day().equals(date.day()))
            .findFirst()
            .orElse(date);
  }

  /** The same moment in UTC may be written elsewhere with the site's own offset. */
  static ExtractedDate inStatedZone(ExtractedDate date, Stream<ExtractedDate> others) {
    return date.timed() && !isZoned(date)
        ? others
            .filter(other -> other.timed() && isZoned(other))
            .filter(other -> isSameMoment(date.instant(), other.instant()))
            .findFirst()
            .map(other -> date.at(Objects.requireNonNull(other.offset())))
            .orElse(date)
        : date;
  }

  /** A time in UTC says little about the day that the site counts. */
  static ExtractedDate onDayOf(ExtractedDate date, LocalDate day) {
    return date.timed() && isInSomeZone(date.instant(), day) ? date.on(day) : date;
  }

  private static boolean isInSomeZone(Instant instant, LocalDate day) {
    return !instant.atOffset(ZoneOffset.ofHours(-12)).toLocalDate().isAfter(day)
        && !instant.atOffset(ZoneOffset.ofHours(14)).toLocalDate().isBefore(day);
  }

  private static boolean isSameMoment(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(SAME_MOMENT) <= 0;
  }

  static boolean isNear(ExtractedDate date, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(date.day(), day)) <= 1;
  }
}
