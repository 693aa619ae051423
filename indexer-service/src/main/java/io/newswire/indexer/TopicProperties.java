package io.newswire.indexer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Names of the topics.
 *
 * @param articles topic that is read
 * @param articlesDlt topic of the records that cannot be indexed; created by this service
 * @param partitions partitions of a topic that is created
 * @param replicationFactor replicas of a topic that is created
 */
@Validated
@ConfigurationProperties("newswire.topics")
public record TopicProperties(
    @DefaultValue("news.articles.v1") @NotBlank String articles,
    @DefaultValue("news.articles.v1-dlt") @NotBlank String articlesDlt,
    @DefaultValue("6") @Min(1) @Max(10_000) int partitions,
    @DefaultValue("1") @Min(1) @Max(100) short replicationFactor) {}
