/**
 * Which entries of a document are new, changed or withdrawn: pure decisions about identity and
 * content.
 */
@NullMarked
package io.newswire.fetcher.entry;

import org.jspecify.annotations.NullMarked;
