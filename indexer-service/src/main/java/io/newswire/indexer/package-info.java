/** The indexer service: writes article events to Elasticsearch, one document for one article. */
@NullMarked
package io.newswire.indexer;

import org.jspecify.annotations.NullMarked;
