/** Tests of what is read from records. */
@NullMarked
package io.newswire.indexer.article;

import org.jspecify.annotations.NullMarked;
