package io.newswire.fetcher.feed;

import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation; at least one component is present.
 *
 * @param name the name without e-mail address
 * @param email the e-mail address
 * @param uri the address of a page
 */
public record Author(@Nullable String name, @Nullable String email, @Nullable String uri) {}
