/** The REST API: feeds, OPML, discovery, submissions, and every error as Problem Details. */
@NullMarked
package io.newswire.fetcher.api;

import org.jspecify.annotations.NullMarked;
