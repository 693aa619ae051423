/** Holds the contract together: schemas, released schemas, examples and the AsyncAPI document. */
@NullMarked
package io.newswire.contracts;

import org.jspecify.annotations.NullMarked;
