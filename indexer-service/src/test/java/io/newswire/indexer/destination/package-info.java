/** Tests of the package. */
@NullMarked
package io.newswire.indexer.destination;

import org.jspecify.annotations.NullMarked;
