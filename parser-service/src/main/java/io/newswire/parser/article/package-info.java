/**
 * The events: raw articles as they are read, articles as they are written. The JSON Schemas in
 * {@code contracts} describe both.
 */
@NullMarked
package io.newswire.parser.article;

import org.jspecify.annotations.NullMarked;
