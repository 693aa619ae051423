package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A normalized article as {@code article.schema.json} describes it: an event for every revision.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "id",
  "entryId",
  "version",
  "revision",
  "change",
  "origin",
  "url",
  "canonicalUrl",
  "source"
})
public record Article(
    String id,
    String entryId,
    long version,
    int revision,
    Change change,
    Origin origin,
    @Nullable String url,
    @Nullable String canonicalUrl,
    Source source,
    String title,
    @Nullable String summary,
    @Nullable String body,
    @Nullable String bodyHtml,
    List<String> authors,
    List<String> agencies,
    Instant publishedAt,
    DateSource publishedAtSource,
    @Nullable String publishedLocal,
    @Nullable Instant updatedAt,
    @Nullable String updatedLocal,
    Instant firstSeenAt,
    Instant fetchedAt,
    String language,
    int wordCount,
    int readingTimeMinutes,
    @Nullable Integer statedReadingTimeMinutes,
    List<String> keyPoints,
    List<String> sections,
    List<String> topics,
    List<Image> images,
    @Nullable String imageCaption,
    @Nullable String imageCredit,
    List<Enclosure> enclosures,
    @Nullable String comments,
    String contentHash,
    @Nullable String fingerprint,
    Method method,
    int rulesVersion) {

  /** Where an article was published. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Source(
      String feedId, String feedUrl, String name, @Nullable String siteUrl, List<String> tags) {}
}
