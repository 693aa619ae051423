/**
 * Which feeds this instance owns: partitions assigned by the consumer group, restored before they
 * are polled.
 */
@NullMarked
package io.newswire.fetcher.ownership;

import org.jspecify.annotations.NullMarked;
