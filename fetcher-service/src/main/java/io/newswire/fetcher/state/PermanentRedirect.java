package io.newswire.fetcher.state;

import java.time.Instant;

/**
 * A 301 or 308 that is being observed before it is adopted.
 *
 * @param url where it points
 * @param firstSeenAt when it was first seen
 * @param count polls it was seen in
 */
public record PermanentRedirect(String url, Instant firstSeenAt, int count) {}
