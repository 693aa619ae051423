package io.newswire.parser.extract.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days of the Persian (Solar Hijri) calendar. */
final class PersianDates {

  private static final ULocale CALENDAR = ULocale.forLanguageTag("fa-u-ca-persian");

  private PersianDates() {}

  /**
   * The same day in the ISO calendar.
   *
   * @param month 1 for Farvardin to 12 for Esfand
   * @throws DateTimeException where there is no such day
   */
  static LocalDate day(int year, int month, int day) {
    Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, CALENDAR);
    calendar.clear();
    calendar.setLenient(false);
    calendar.set(year, month - 1, day);
    try {
      return Instant.ofEpochMilli(calendar.getTimeInMillis())
          .atOffset(ZoneOffset.UTC)
          .toLocalDate();
    } catch (IllegalArgumentException e) {
      throw new DateTimeException("no day of the Persian calendar", e);
    }
  }
}
