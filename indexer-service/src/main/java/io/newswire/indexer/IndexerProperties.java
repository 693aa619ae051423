package io.newswire.indexer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
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
 */
@Validated
@ConfigurationProperties("newswire.indexer")
public record IndexerProperties(
    @DefaultValue("3") @Min(1) @Max(64) int concurrency,
    @DefaultValue @Valid Batch batch,
    @DefaultValue @Valid Retry retry,
    @DefaultValue @Valid Index index) {

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
}
