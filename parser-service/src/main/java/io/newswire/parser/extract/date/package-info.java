/** Reads dates as machines and people write them, in the main languages. */
@NullMarked
package io.newswire.parser.extract.date;

import org.jspecify.annotations.NullMarked;
