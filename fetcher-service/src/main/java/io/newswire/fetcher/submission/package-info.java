/** Articles that are pushed to the fetcher instead of being found in a feed. */
@NullMarked
package io.newswire.fetcher.submission;

import org.jspecify.annotations.NullMarked;
