package io.newswire.fetcher.kafka;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Names and shape of the topics that the fetcher writes.
 *
 * @param feeds compacted topic of subscriptions
 * @param feedStates compacted topic of feed states, with as many partitions as {@code feeds}
 * @param rawArticles topic of raw articles
 * @param partitions partitions of a topic that has to be created
 * @param replicationFactor replicas of a topic that has to be created; -1 takes the broker's
 *     default
 */
@Validated
@ConfigurationProperties("newswire.topics")
public record TopicsProperties(
    @NotBlank @DefaultValue("news.feeds.v1") String feeds,
    @NotBlank @DefaultValue("news.feed-states.v1") String feedStates,
    @NotBlank @DefaultValue("news.raw-articles.v1") String rawArticles,
    @Min(1) @DefaultValue("6") int partitions,
    @Min(-1) @DefaultValue("1") short replicationFactor) {}
