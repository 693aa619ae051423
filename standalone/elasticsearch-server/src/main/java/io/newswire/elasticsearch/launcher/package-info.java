/**
 * Starts one Elasticsearch node in this process, from a home folder of published jars. It does what
 * the distribution's own start script and bootstrap do, as far as a single local node needs it.
 */
@NullMarked
package io.newswire.elasticsearch.launcher;

import org.jspecify.annotations.NullMarked;
