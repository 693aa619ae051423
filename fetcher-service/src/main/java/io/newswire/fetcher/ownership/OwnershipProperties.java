package io.newswire.fetcher.ownership;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How instances share the feeds.
 *
 * @param group consumer group whose members share the feeds
 * @param transactionalIdPrefix prefix of the transactional ids; the partition follows. The same for
 *     all instances of a group, or they cannot fence one another
 */
@Validated
@ConfigurationProperties("newswire.ownership")
public record OwnershipProperties(
    @NotBlank @DefaultValue("newswire-fetcher") String group,
    @NotBlank @DefaultValue("newswire-fetcher") String transactionalIdPrefix) {}
