/** Commands for the front door: they talk to a running indexer over HTTP. */
@NullMarked
package io.newswire.indexer.cli;

import org.jspecify.annotations.NullMarked;
