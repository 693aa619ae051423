/** Tests of the package. */
@NullMarked
package io.newswire.indexer.api;

import org.jspecify.annotations.NullMarked;
