/** Word lists that extraction works with, read from resource files: words are data, not code. */
@NullMarked
package io.newswire.parser.extract.vocabulary;

import org.jspecify.annotations.NullMarked;
