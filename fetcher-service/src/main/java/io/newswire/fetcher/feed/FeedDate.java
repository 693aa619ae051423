package io.newswire.fetcher.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A date as a feed writes it.
 *
 * @param instant what it means
 * @param precision how much it says
 * @param offsetSeconds seconds east of Greenwich of the zone it names; 0 where it names none
 */
record FeedDate(Instant instant, Precision precision, int offsetSeconds) {

  /** What a date says of itself. */
  enum Precision {
    /** Day, time of day and the offset they are counted at. */
    OFFSET,
    /** A day and no time of day. */
    DAY,
    /** A time at no known offset, or less than a day. */
    OTHER
  }

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final int FARTHEST_OFFSET = 18 * 3_600;

  /** Throws DateTimeException for years that events cannot carry: they have four digits. */
  FeedDate {
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new DateTimeException("a year of other than four digits: " + instant);
    }
  }

  static @Nullable Instant instantOf(@Nullable FeedDate date) {
    return date == null ? null : date.instant;
  }

  static @Nullable String localOf(@Nullable FeedDate date) {
    return date == null ? null : date.local();
  }

  /**
   * The date as the publisher counts it, in ISO 8601: with its own offset ({@code
   * 2026-10-02T11:30:00+02:00}), or the day alone; null where the feed says neither, or names an
   * offset or a year that no such date has.
   */
  @Nullable String local() {
    if (precision == Precision.OTHER
        || Math.abs(offsetSeconds) > FARTHEST_OFFSET
        || offsetSeconds % 60 != 0) {
      return null;
    }
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(offsetSeconds);
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, offset);
    if (time.getYear() < 0 || time.getYear() > 9_999) {
      return null;
    }
    return precision == Precision.DAY
        ? time.toLocalDate().toString()
        : TIME.format(time) + offset.getId();
  }
}
