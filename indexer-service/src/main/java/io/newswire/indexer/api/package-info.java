/** Who may call the service's API. */
@NullMarked
package io.newswire.indexer.api;

import org.jspecify.annotations.NullMarked;
