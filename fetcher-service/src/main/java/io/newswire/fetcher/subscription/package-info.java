/** What is to be polled, and how: subscriptions, their addresses, credentials and partitions. */
@NullMarked
package io.newswire.fetcher.subscription;

import org.jspecify.annotations.NullMarked;
