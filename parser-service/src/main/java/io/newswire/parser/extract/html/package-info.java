/**
 * Reads HTML pages: bytes to a document, a document to blocks of text, blocks to the article's own.
 */
@NullMarked
package io.newswire.parser.extract.html;

import org.jspecify.annotations.NullMarked;
