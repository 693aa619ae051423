package io.newswire.fetcher.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/** HTTP's dates (RFC 9110, 5.6.7): the one in force and the two obsolete forms. */
public final class HttpDate {

  /** English, not ROOT: the root locale has no long names of days. */
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("EEE, d MMM yyyy HH:mm:ss 'GMT'"),
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1980)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          form("EEE MMM ppd HH:mm:ss yyyy"),
          DateTimeFormatter.RFC_1123_DATE_TIME);

  private HttpDate() {}

  private static DateTimeFormatter form(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }

  /**
   * Reads a date in any of the three forms, or with a numeric zone.
   *
   * @throws DateTimeParseException when it is none of them
   */
  public static Instant parse(String text) {
    for (DateTimeFormatter form : FORMS) {
      try {
        return Instant.from(form.parse(text.strip()));
      } catch (DateTimeParseException e) {
        // The next form may fit; when none does, the caller is told below.
        continue;
      }
    }
    throw new DateTimeParseException("not an HTTP date", text, 0);
  }
}
