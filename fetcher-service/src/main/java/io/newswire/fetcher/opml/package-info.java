/**
 * Reads and writes subscription lists in OPML; reading forgives whatever real exporters get wrong.
 */
@NullMarked
package io.newswire.fetcher.opml;

import org.jspecify.annotations.NullMarked;
