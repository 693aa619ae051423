/**
 * Between Kafka and the parser: reads raw articles, publishes articles and dead letters, and
 * commits an offset only after everything that came of the records before it has been acknowledged.
 */
@NullMarked
package io.newswire.parser.listen;

import org.jspecify.annotations.NullMarked;
