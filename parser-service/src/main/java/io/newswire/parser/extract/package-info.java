/**
 * Finds the article in a page, a plain text or a fragment of a feed: its body without furniture,
 * and what the document says about itself. Pure: no Kafka, no HTTP, no clock.
 */
@NullMarked
package io.newswire.parser.extract;

import org.jspecify.annotations.NullMarked;
