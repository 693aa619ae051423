/**
 * What is known of a feed after its last poll, kept compactly: 100,000 of them fit in a small heap.
 */
@NullMarked
package io.newswire.fetcher.state;

import org.jspecify.annotations.NullMarked;
