/** From the topic to the index: consumers, retries, dead letters, offsets, health and metrics. */
@NullMarked
package io.newswire.indexer.delivery;

import org.jspecify.annotations.NullMarked;
