/** Index template, generations of the index, and the alias that readers and writers use. */
@NullMarked
package io.newswire.indexer.index;

import org.jspecify.annotations.NullMarked;
