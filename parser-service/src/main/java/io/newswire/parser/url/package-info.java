/** Addresses of articles: what identifies an article, and what only tracks its readers. Pure. */
@NullMarked
package io.newswire.parser.url;

import org.jspecify.annotations.NullMarked;
