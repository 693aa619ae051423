package io.newswire.indexer;

import io.newswire.indexer.index.PartitionUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the indexer.
 *
 * @param concurrency consumers of this instance; more than the topic has partitions are idle
 * @param batch bounds of a bulk request
 * @param retry pauses between attempts while Elasticsearch or Kafka does not take what is sent
 * @param index the index, its alias and its size
 * @param retention how long articles are kept
 */
@Validated
@ConfigurationProperties("newswire.indexer")
public record IndexerProperties(
    @DefaultValue("3") @Min(1) @Max(64) int concurrency,
    @DefaultValue @Valid Batch batch,
    @DefaultValue @Valid Retry retry,
    @DefaultValue @Valid Index index,
    @DefaultValue @Valid Retention retention) {

  /**
   * Bounds of a bulk request: it is sent when either is reached.
   *
   * @param maxArticles articles in a request; also the most that one poll returns
   * @param maxBytes bytes of a request; an article larger than that goes alone
   */
  public record Batch(
      @DefaultValue("500") @Min(1) @Max(10_000) int maxArticles,
      @DefaultValue("5MB") DataSize maxBytes) {

    public Batch {
      if (maxBytes.toBytes() < 65_536 || maxBytes.toBytes() > 100L * 1024 * 1024) {
        throw new IllegalArgumentException(
            "newswire.indexer.batch.max-bytes must be between 64KB and 100MB, not " + maxBytes);
      }
    }
  }

  /**
   * Exponential backoff: the pause doubles with every attempt that moved nothing, with jitter, for
   * as long as it takes.
   *
   * @param initial first pause
   * @param max longest pause
   */
  public record Retry(
      @DefaultValue("500ms") @DurationMin(millis = 1) Duration initial,
      @DefaultValue("30s") @DurationMin(millis = 1) Duration max) {

    public Retry {
      if (max.compareTo(initial) < 0) {
        throw new IllegalArgumentException(
            "newswire.indexer.retry.max (%s) must not be shorter than newswire.indexer.retry.initial (%s)"
                .formatted(max, initial));
      }
    }
  }

  /**
   * The index.
   *
   * @param name name of the alias that dashboards read, and prefix of the indices behind it
   * @param shards primary shards of an index that is created
   * @param replicas replicas of an index that is created; without it one where the cluster has a
   *     second node, and none where it has not
   * @param refreshInterval how long it takes until what was written can be searched
   */
  public record Index(
      @DefaultValue("news-articles") @Pattern(regexp = "[a-z0-9][a-z0-9_.-]{0,199}") String name,
      @DefaultValue("1") @Min(1) @Max(1024) int shards,
      @Nullable @Min(0) @Max(100) Integer replicas,
      @DefaultValue("1s") @DurationMin(millis = 100) Duration refreshInterval) {}

  /**
   * How long articles are kept. With it the index has partitions by the time that articles were
   * first seen, and a partition is dropped whole.
   *
   * @param keep such as {@code 12m} or {@code 90d}: a partition goes when all of it is longer ago;
   *     without it there are no partitions and everything is kept
   * @param partition how long a partition is; each write looks into all of them, so few are better
   * @param checkInterval how often it is looked for partitions that are over
   */
  public record Retention(
      @Nullable Period keep,
      @DefaultValue("month") PartitionUnit partition,
      @DefaultValue("1h") @DurationMin(millis = 100) Duration checkInterval) {

    private static final int MOST_PARTITIONS = 100;

    public Retention {
      if (keep != null) {
        LocalDate start = LocalDate.EPOCH;
        if (!start.plus(keep).isAfter(start)) {
          throw new IllegalArgumentException(
              "newswire.indexer.retention.keep must be longer than nothing, not " + keep);
        }
        long partitions = partition.between(start, start.plus(keep)) + 1;
        if (partitions > MOST_PARTITIONS) {
          throw new IllegalArgumentException(
              "newswire.indexer.retention.keep=%s makes %d partitions of a %s; at most are %d, so choose longer ones"
                  .formatted(
                      keep,
                      partitions,
                      partition.name().toLowerCase(Locale.ROOT),
                      MOST_PARTITIONS));
        }
      }
    }
  }
}
