/** Builds a new generation of the index from the whole topic while the old one serves. */
@NullMarked
package io.newswire.indexer.rebuild;

import org.jspecify.annotations.NullMarked;
