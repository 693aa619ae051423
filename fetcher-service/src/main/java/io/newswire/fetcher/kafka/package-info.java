/**
 * The fetcher's topics, its Kafka clients, and the form of its events: JSON values, CloudEvents
 * headers.
 */
@NullMarked
package io.newswire.fetcher.kafka;

import org.jspecify.annotations.NullMarked;
