/** Tells the language of a text and measures how long it takes to read. Pure. */
@NullMarked
package io.newswire.parser.language;

import org.jspecify.annotations.NullMarked;
