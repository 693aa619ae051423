@NullMarked
package io.newswire.parser;

import org.jspecify.annotations.NullMarked;
