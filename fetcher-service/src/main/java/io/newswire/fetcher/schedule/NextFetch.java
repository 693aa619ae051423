package io.newswire.fetcher.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * The next poll.
 *
 * @param at when
 * @param interval the interval in force, without jitter
 * @param reason why then, for people
 * @param consecutiveFailures the feed's failures after the poll this follows
 * @param paused whether the feed is to be polled no more until somebody says so; {@code at} is then
 *     without effect
 */
public record NextFetch(
    Instant at, Duration interval, String reason, int consecutiveFailures, boolean paused) {}
