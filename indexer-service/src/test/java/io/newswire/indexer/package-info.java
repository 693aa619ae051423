/** Tests of the indexer. */
@NullMarked
package io.newswire.indexer;

import org.jspecify.annotations.NullMarked;
