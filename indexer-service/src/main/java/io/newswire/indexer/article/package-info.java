/**
 * Records of the articles topic as the indexer sees them: what to write, what to erase, what is no
 * article. Pure: no Kafka client, no HTTP.
 */
@NullMarked
package io.newswire.indexer.article;

import org.jspecify.annotations.NullMarked;
