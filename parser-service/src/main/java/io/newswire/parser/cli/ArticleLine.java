package io.newswire.parser.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.newswire.parser.article.Article;
import io.newswire.parser.article.DateSource;
import io.newswire.parser.article.Image;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of output. What was not found is null or an empty list; {@code error} says why {@code ok}
 * is false.
 *
 * @param date publication in ISO 8601: with the publisher's own offset where the document tells it,
 *     else in UTC; a day alone where the document tells no more; null where it tells none
 * @param updated the last change, likewise
 * @param url the canonical address
 * @param method how the body was obtained, as in the article event
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ArticleLine(
    @Nullable String id,
    boolean ok,
    @Nullable String title,
    List<String> authors,
    @Nullable String date,
    @Nullable String updated,
    @Nullable String language,
    @Nullable String url,
    @Nullable String summary,
    @Nullable String text,
    @Nullable String html,
    List<Image> images,
    List<String> topics,
    List<String> keyPoints,
    @Nullable String method,
    @Nullable String error) {

  static ArticleLine of(@Nullable String id, Article article) {
    return new ArticleLine(
        id,
        true,
        article.title().isEmpty() ? null : article.title(),
        article.authors(),
        article.publishedAtSource() == DateSource.FIRST_SEEN
            ? null
            : date(article.publishedAt(), article.publishedLocal()),
        date(article.updatedAt(), article.updatedLocal()),
        article.language(),
        article.canonicalUrl(),
        article.summary(),
        article.body() == null ? "" : article.body(),
        article.bodyHtml() == null ? "" : article.bodyHtml(),
        article.images(),
        article.topics(),
        article.keyPoints(),
        article.method().wireName(),
        null);
  }

  private static @Nullable String date(@Nullable Instant at, @Nullable String local) {
    return local != null || at == null ? local : at.toString();
  }

  static ArticleLine failed(@Nullable String id, String error) {
    return new ArticleLine(
        id, false, null, List.of(), null, null, null, null, null, null, null, List.of(), List.of(),
        List.of(), null, error);
  }
}
