/** Untrusted markup: made safe to show, or made plain text. Pure. */
@NullMarked
package io.newswire.parser.html;

import org.jspecify.annotations.NullMarked;
