/**
 * A real Kafka broker and a real Elasticsearch node as processes of their own, started from their
 * published jars: for running Newswire without containers, and for tests. Nothing here is on the
 * class path of a service that runs.
 */
@NullMarked
package io.newswire.servers;

import org.jspecify.annotations.NullMarked;
