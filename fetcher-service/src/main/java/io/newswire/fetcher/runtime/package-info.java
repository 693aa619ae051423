/** Puts the fetcher together, starts it when Kafka answers, and says how it is. */
@NullMarked
package io.newswire.fetcher.runtime;

import org.jspecify.annotations.NullMarked;
