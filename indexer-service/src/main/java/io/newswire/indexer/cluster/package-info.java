/** The Elasticsearch cluster: requests, errors, and which versions are supported. */
@NullMarked
package io.newswire.indexer.cluster;

import org.jspecify.annotations.NullMarked;
