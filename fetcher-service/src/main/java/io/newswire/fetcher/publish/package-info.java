/**
 * Raw articles, and the transactions in which they and the state that accounts for them become
 * visible.
 */
@NullMarked
package io.newswire.fetcher.publish;

import org.jspecify.annotations.NullMarked;
