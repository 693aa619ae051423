/**
 * What the Elasticsearch distribution has in modules that are not published as jars and that
 * Newswire's mapping and its readers rely on.
 */
@NullMarked
package io.newswire.elasticsearch.plugin;

import org.jspecify.annotations.NullMarked;
