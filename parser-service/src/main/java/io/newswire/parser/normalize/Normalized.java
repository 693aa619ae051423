package io.newswire.parser.normalize;

import io.newswire.parser.article.Article;
import io.newswire.parser.extract.ExtractionException;
import org.jspecify.annotations.Nullable;

/**
 * An article and what went wrong on the way to it.
 *
 * @param article the article
 * @param pageFault why the page could not be used although the feed's own text could; null where
 *     nothing was wrong
 */
public record Normalized(Article article, @Nullable ExtractionException pageFault) {}
