/** The one hash that ids and comparisons are made of. */
@NullMarked
package io.newswire.fetcher.hash;

import org.jspecify.annotations.NullMarked;
