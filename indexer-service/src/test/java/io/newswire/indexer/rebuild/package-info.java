/** Tests of the package. */
@NullMarked
package io.newswire.indexer.rebuild;

import org.jspecify.annotations.NullMarked;
