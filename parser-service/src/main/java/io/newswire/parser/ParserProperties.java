package io.newswire.parser;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the parser works.
 *
 * @param concurrency consumers in this process, each with a thread of its own; more than the topic
 *     has partitions are idle
 * @param retryBackoff pause before a batch is tried again that Kafka did not acknowledge; it
 *     doubles with every failure
 * @param retryBackoffMax the longest such pause
 */
@Validated
@ConfigurationProperties("newswire.parser")
public record ParserProperties(
    @Min(1) @Max(256) @DefaultValue("2") int concurrency,
    @DurationMin(millis = 10) @DefaultValue("1s") Duration retryBackoff,
    @DurationMin(millis = 10) @DefaultValue("30s") Duration retryBackoffMax) {}
