/** Where articles are written to: one index, or one for each stretch of time. */
@NullMarked
package io.newswire.indexer.destination;

import org.jspecify.annotations.NullMarked;
