/**
 * The newspapers of a fictional town, served over HTTP: something to read for a Newswire that has
 * just been started, with the formats, languages and faults that real feeds have.
 */
@NullMarked
package io.newswire.standalone.sample;

import org.jspecify.annotations.NullMarked;
