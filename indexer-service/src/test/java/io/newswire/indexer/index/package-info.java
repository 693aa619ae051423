/** Tests of the package. */
@NullMarked
package io.newswire.indexer.index;

import org.jspecify.annotations.NullMarked;
