package io.newswire.indexer.index;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long a time partition of the index is; all begin at midnight UTC. */
public enum PartitionUnit {
  DAY(ChronoUnit.DAYS),
  /** ISO 8601 weeks: from Monday on. */
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  YEAR(ChronoUnit.YEARS);

  private final ChronoUnit length;

  PartitionUnit(ChronoUnit length) {
    this.length = length;
  }

  /** The partition that a moment is in. */
  public Partition at(Instant moment) {
    LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    return new Partition(
        this,
        switch (this) {
          case DAY -> day;
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
          case YEAR -> day.withDayOfYear(1);
        });
  }

  LocalDate next(LocalDate start) {
    return start.plus(1, length);
  }

  LocalDate previous(LocalDate start) {
    return start.minus(1, length);
  }

  /** How many of them it takes from one day to another, not counting a broken one. */
  public long between(LocalDate from, LocalDate to) {
    return length.between(from, to);
  }
}
