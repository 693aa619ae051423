/** Programs that measure what the README and the rationales state as figures. */
@NullMarked
package io.newswire.benchmarks;

import org.jspecify.annotations.NullMarked;
