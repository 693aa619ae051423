package io.newswire.parser.extract.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A date as it was written.
 *
 * @param day the day
 * @param time the time of the day, where stated
 * @param zone the zone or offset, where stated
 */
public record FoundDate(LocalDate day, @Nullable LocalTime time, @Nullable ZoneId zone) {

  /** The point in time; UTC where no zone is stated, the start of the day where no time is. */
  public Instant instant() {
    LocalTime at = time == null ? LocalTime.MIDNIGHT : time;
    return day.atTime(at).atZone(zone == null ? ZoneOffset.UTC : zone).toInstant();
  }
}
