/**
 * Command-line entry points to the fetcher's pure parts, JSON lines in and out, without an
 * application context.
 */
@NullMarked
package io.newswire.fetcher.cli;

import org.jspecify.annotations.NullMarked;
