package io.newswire.fetcher.ownership;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How instances share the feeds.
 *
 * @param group consumer group whose members share the feeds
 * @param transactionalIdPrefix prefix of the transactional ids; the partition follows. The same for
 *     all instances of a group, or they cannot fence one another
 * @param sessionTimeout after how much silence an instance is taken for dead and its feeds go to
 *     the others; an instance that was paused for as long gives its feeds up by itself
 */
@Validated
@ConfigurationProperties("newswire.ownership")
public record OwnershipProperties(
    @NotBlank @DefaultValue("newswire-fetcher") String group,
    @NotBlank @DefaultValue("newswire-fetcher") String transactionalIdPrefix,
    @DefaultValue("10s") @DurationMin(seconds = 6) @DurationMax(minutes = 5)
        Duration sessionTimeout) {}
