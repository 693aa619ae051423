/**
 * Polling: when a feed is due, what its answer means, and what is kept and published because of it.
 */
@NullMarked
package io.newswire.fetcher.poll;

import org.jspecify.annotations.NullMarked;
