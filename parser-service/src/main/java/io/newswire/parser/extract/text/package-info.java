/** Reads articles that come as plain text, with the furniture of the page they were copied from. */
@NullMarked
package io.newswire.parser.extract.text;

import org.jspecify.annotations.NullMarked;
