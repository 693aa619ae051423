package io.newswire.fetcher.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The hours and days in which a publisher wants to be left alone (RSS 2.0, skipHours and skipDays),
 * in GMT.
 */
record SkipTimes(Set<Integer> hours, Set<DayOfWeek> days) {

  private static final int HOURS_OF_A_WEEK = 7 * 24;

  /** The first moment from {@code at} on that is not skipped; {@code at} where all are. */
  Instant firstAllowed(Instant at) {
    ZonedDateTime moment = at.atZone(ZoneOffset.UTC);
    if (isAllowed(moment)) {
      return at;
    }
    for (int i = 0; i < HOURS_OF_A_WEEK; i++) {
      moment = moment.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      if (isAllowed(moment)) {
        return moment.toInstant();
      }
    }
    return at;
  }

  private boolean isAllowed(ZonedDateTime moment) {
    int hour = moment.getHour();
    // RSS 0.91 counts the hours from 1 to 24.
    boolean skipped = hours.contains(hour) || (hour == 0 && hours.contains(24));
    return !skipped && !days.contains(moment.getDayOfWeek());
  }
}
