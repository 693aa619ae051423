/** What a page says about its article: structured data, meta tags, visible labels. */
@NullMarked
package io.newswire.parser.extract.metadata;

import org.jspecify.annotations.NullMarked;
