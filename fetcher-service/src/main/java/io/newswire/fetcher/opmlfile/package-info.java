/** An OPML file on disk as the source of truth for subscriptions: watched, differences applied. */
@NullMarked
package io.newswire.fetcher.opmlfile;

import org.jspecify.annotations.NullMarked;
