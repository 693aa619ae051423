package io.newswire.fetcher.opmlfile;

import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Feeds as a file.
 *
 * @param file an OPML file that is the source of truth for the feeds it lists: what vanishes from
 *     it is unsubscribed, feeds from elsewhere are left alone
 * @param interval how often it is looked at
 */
@Validated
@ConfigurationProperties("newswire.opml")
public record OpmlFileProperties(
    @Nullable Path file, @DurationMin(millis = 100) @DefaultValue("5s") Duration interval) {}
