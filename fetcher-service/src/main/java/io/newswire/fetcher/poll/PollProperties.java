package io.newswire.fetcher.poll;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How feeds are polled.
 *
 * @param concurrency feeds polled at one time
 * @param pageConcurrency feeds whose entries' pages are fetched at one time
 * @param pagesPerTransaction pages fetched before what was found so far is published
 * @param keepEntries entries of a feed that stay known after they have left its document
 * @param stateInterval how old the written state of a feed may become while its polls find nothing;
 *     a poll that finds something writes it at once
 */
@Validated
@ConfigurationProperties("newswire.poll")
public record PollProperties(
    @Min(1) @Max(4096) @DefaultValue("64") int concurrency,
    @Min(1) @Max(256) @DefaultValue("8") int pageConcurrency,
    @Min(1) @Max(500) @DefaultValue("20") int pagesPerTransaction,
    @Min(0) @Max(10_000) @DefaultValue("200") int keepEntries,
    @DurationMin(seconds = 1) @DefaultValue("1h") Duration stateInterval) {}
