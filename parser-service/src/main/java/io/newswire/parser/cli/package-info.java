/**
 * The parser from the command line, without Kafka and without Spring: the same classes as in the
 * service.
 */
@NullMarked
package io.newswire.parser.cli;

import org.jspecify.annotations.NullMarked;
