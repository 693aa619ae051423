/**
 * The whole of Newswire on one machine without containers: Kafka, Elasticsearch and the three
 * services, each a process of its own, started in order, watched, and stopped in order.
 */
@NullMarked
package io.newswire.standalone;

import org.jspecify.annotations.NullMarked;
