/**
 * Reads feed documents of every format in use (RSS, RDF, Atom, CDF, JSON Feed), broken ones
 * included. Pure: bytes and headers in, a {@link io.newswire.fetcher.feed.Feed} out; nothing here
 * opens a connection or a file.
 */
@NullMarked
package io.newswire.fetcher.feed;

import org.jspecify.annotations.NullMarked;
