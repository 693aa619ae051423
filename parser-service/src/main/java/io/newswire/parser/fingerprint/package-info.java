/** Recognises texts that say nearly the same. Pure. */
@NullMarked
package io.newswire.parser.fingerprint;

import org.jspecify.annotations.NullMarked;
