package io.newswire.fetcher.schedule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often feeds are polled.
 *
 * @param minInterval no feed is polled more often, unless its subscription says so
 * @param maxInterval a feed that answers is polled at least this often, unless its subscription or
 *     its publisher says otherwise; failing feeds are polled at least this often too
 * @param defaultInterval of a feed that has too few entries to learn from
 * @param firstSpread longest time over which the first polls of many new feeds, or the overdue
 *     polls after a start, are spread
 * @param silentAfter a feed is called silent no sooner than this after its last entry
 * @param adoptRedirectAfter how long a redirect has to have been permanent before the new address
 *     is taken
 * @param adoptRedirectPolls how many polls in a row have to have seen it
 * @param outageSites how many sites' last answers decide whether our own network is out
 */
@Validated
@ConfigurationProperties("newswire.schedule")
public record ScheduleProperties(
    @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(days = 30) Duration minInterval,
    @DefaultValue("24h") @DurationMin(seconds = 1) @DurationMax(days = 30) Duration maxInterval,
    @DefaultValue("30m") @DurationMin(seconds = 1) @DurationMax(days = 30) Duration defaultInterval,
    @DefaultValue("1h") @DurationMin(millis = 0) @DurationMax(days = 1) Duration firstSpread,
    @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 3650) Duration silentAfter,
    @DefaultValue("48h") @DurationMin(millis = 0) @DurationMax(days = 365)
        Duration adoptRedirectAfter,
    @DefaultValue("3") @Min(2) @Max(1000) int adoptRedirectPolls,
    @DefaultValue("10") @Min(3) @Max(1000) int outageSites) {

  /**
   * Checks what annotations cannot.
   *
   * @throws IllegalArgumentException naming the key that is wrong
   */
  public ScheduleProperties {
    if (minInterval.compareTo(maxInterval) > 0) {
      throw new IllegalArgumentException(
          "newswire.schedule.min-interval: "
              + minInterval
              + " is more than newswire.schedule.max-interval, "
              + maxInterval);
    }
  }
}
