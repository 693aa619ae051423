/** Tests of the package. */
@NullMarked
package io.newswire.indexer.delivery;

import org.jspecify.annotations.NullMarked;
