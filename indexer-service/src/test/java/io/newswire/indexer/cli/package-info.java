/** Tests of the package. */
@NullMarked
package io.newswire.indexer.cli;

import org.jspecify.annotations.NullMarked;
