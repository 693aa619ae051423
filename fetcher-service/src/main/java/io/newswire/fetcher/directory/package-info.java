/** All feeds, whoever owns them, for the API to answer from: what it reads is what it wrote. */
@NullMarked
package io.newswire.fetcher.directory;

import org.jspecify.annotations.NullMarked;
