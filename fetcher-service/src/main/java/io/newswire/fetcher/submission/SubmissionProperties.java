package io.newswire.fetcher.submission;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Submitted articles.
 *
 * @param maxSize largest body of a submission
 */
@Validated
@ConfigurationProperties("newswire.submission")
public record SubmissionProperties(@NotNull @DefaultValue("5MB") DataSize maxSize) {}
