@NullMarked
package io.newswire.fetcher;

import org.jspecify.annotations.NullMarked;
