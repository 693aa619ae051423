/**
 * Everything that leaves this machine for a publisher's: conditional requests within limits of size
 * and time, to public addresses only, one at a time a site. Knows nothing of feeds' contents, of
 * schedules or of Kafka.
 */
@NullMarked
package io.newswire.fetcher.http;

import org.jspecify.annotations.NullMarked;
