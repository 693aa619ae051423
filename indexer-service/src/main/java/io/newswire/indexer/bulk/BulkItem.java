package io.newswire.indexer.bulk;

import io.newswire.indexer.article.ArticleRecord.Write;

/**
 * An item of a bulk request.
 *
 * @param write what is written
 * @param alias the alias that it is written through: never an index, which a write would create
 *     with a mapping made up from the first document
 */
public record BulkItem(Write write, String alias) {}
