/** Tests of the package. */
@NullMarked
package io.newswire.indexer.cluster;

import org.jspecify.annotations.NullMarked;
