package io.newswire.parser;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topics the parser reads and writes.
 *
 * @param rawArticles raw articles, which the fetcher owns
 * @param rawArticlesDlt raw articles that could not be processed; created at start
 * @param articles articles; created at start
 * @param partitions partitions of the topics that the parser creates
 * @param replicationFactor copies of each partition of the topics that the parser creates
 */
@Validated
@ConfigurationProperties("newswire.topics")
public record TopicProperties(
    @NotBlank @DefaultValue("news.raw-articles.v1") String rawArticles,
    @NotBlank @DefaultValue("news.raw-articles.v1-dlt") String rawArticlesDlt,
    @NotBlank @DefaultValue("news.articles.v1") String articles,
    @Min(1) @Max(10_000) @DefaultValue("6") int partitions,
    @Min(1) @Max(100) @DefaultValue("1") short replicationFactor) {}
