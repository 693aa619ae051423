/** Pages of entries, fetched as robots.txt allows. */
@NullMarked
package io.newswire.fetcher.http.page;

import org.jspecify.annotations.NullMarked;
