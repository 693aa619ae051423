package io.newswire.indexer.destination;

import io.newswire.indexer.index.Partition;

/**
 * A document of an article.
 *
 * @param partition where it is
 * @param version version of the article that it holds
 */
record Copy(Partition partition, long version) {}
