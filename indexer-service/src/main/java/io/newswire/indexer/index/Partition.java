package io.newswire.indexer.index;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of time whose articles have an index of their own.
 *
 * @param unit how long it is
 * @param start its first day
 */
public record Partition(PartitionUnit unit, LocalDate start) implements Comparable<Partition> {

  private static final Pattern LABEL =
      Pattern.compile("(\\d{4})(?:\\.w(\\d{2})|\\.(\\d{2})(?:\\.(\\d{2}))?)?");

  private static final Comparator<Partition> ORDER =
      Comparator.comparing(Partition::start).thenComparing(Partition::unit);

  /**
   * What an index's name ends with: {@code 2026}, {@code 2026.10}, {@code 2026.w41}, {@code
   * 2026.10.05}.
   */
  public String label() {
    return switch (unit) {
      case DAY -> label("%04d.%02d.%02d", start.getYear(), month(), start.getDayOfMonth());
      case WEEK -> label("%04d.w%02d", weekYear(), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case MONTH -> label("%04d.%02d", start.getYear(), month());
      case YEAR -> label("%04d", start.getYear());
    };
  }

  private static String label(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }

  private int month() {
    return start.getMonthValue();
  }

  private int weekYear() {
    return start.get(IsoFields.WEEK_BASED_YEAR);
  }

  /** Reads a label; empty where it is none. */
  public static Optional<Partition> parse(String label) {
    Matcher matcher = LABEL.matcher(label);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(matcher));
    } catch (DateTimeException e) {
      return Optional.empty(); // A thirteenth month: somebody else's index.
    }
  }

  private static Partition read(Matcher label) {
    int year = Integer.parseInt(label.group(1));
    if (label.group(2) != null) {
      LocalDate monday =
          LocalDate.of(year, 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(label.group(2)))
              .with(DayOfWeek.MONDAY);
      return new Partition(PartitionUnit.WEEK, monday);
    }
    if (label.group(3) == null) {
      return new Partition(PartitionUnit.YEAR, LocalDate.of(year, 1, 1));
    }
    int month = Integer.parseInt(label.group(3));
    return label.group(4) == null
        ? new Partition(PartitionUnit.MONTH, LocalDate.of(year, month, 1))
        : new Partition(
            PartitionUnit.DAY, LocalDate.of(year, month, Integer.parseInt(label.group(4))));
  }

  /** The one before it. */
  public Partition previous() {
    return new Partition(unit, unit.previous(start));
  }

  /** Whether all of it is longer ago than {@code keep}. */
  public boolean expired(Period keep, Instant now) {
    LocalDate gone = unit.next(start).plus(keep);
    return !gone.atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(now);
  }

  @Override
  public int compareTo(Partition other) {
    return ORDER.compare(this, other);
  }
}
