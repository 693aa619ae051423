/** Bulk requests: their bytes, their answers, and what became of every item. */
@NullMarked
package io.newswire.indexer.bulk;

import org.jspecify.annotations.NullMarked;
