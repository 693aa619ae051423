/** Tests of the package. */
@NullMarked
package io.newswire.indexer.bulk;

import org.jspecify.annotations.NullMarked;
