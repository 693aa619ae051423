/**
 * When a feed is polled next, and why: pure decisions from outcomes, habits and publishers' hints.
 * Nothing here asks a server, a clock or a topic by itself.
 */
@NullMarked
package io.newswire.fetcher.schedule;

import org.jspecify.annotations.NullMarked;
