package io.newswire.parser.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A raw article: an entry as the feed gave it, or a document as it was submitted. The fields are
 * those of {@code raw-article.schema.json} that the parser needs.
 */
public record RawArticle(
    String entryId,
    @JsonProperty(required = true) long version,
    @JsonProperty(required = true) int revision,
    Change change,
    Origin origin,
    Feed feed,
    Entry entry,
    @Nullable FetchedPage page,
    @Nullable String pageFailure,
    Instant firstSeenAt,
    Instant fetchedAt) {

  /** Where it comes from. */
  public record Feed(
      String id,
      String url,
      @Nullable String title,
      @Nullable String siteUrl,
      @Nullable String language,
      List<String> tags) {}

  /**
   * The entry.
   *
   * @param publishedLocal publication as the publisher counts it, in ISO 8601, where the feed names
   *     an offset or a day alone
   * @param updatedLocal the last change, likewise
   */
  public record Entry(
      String id,
      @Nullable String link,
      boolean sharedLink,
      @Nullable String title,
      @Nullable TextType titleType,
      @Nullable String summary,
      @Nullable TextType summaryType,
      @Nullable String content,
      @Nullable TextType contentType,
      @Nullable String baseUrl,
      List<Author> authors,
      @Nullable Instant published,
      @Nullable String publishedLocal,
      @Nullable Instant updated,
      @Nullable String updatedLocal,
      @Nullable String language,
      List<String> categories,
      @Nullable String comments,
      List<Enclosure> enclosures,
      List<Image> images) {}

  /** An author as given. */
  public record Author(@Nullable String name, @Nullable String email, @Nullable String uri) {}

  /**
   * The article's page, or the submitted document.
   *
   * @param fetchedAt when it was fetched; events always say it, and null is for documents of which
   *     nobody knows
   */
  public record FetchedPage(
      String url, @Nullable String contentType, byte[] body, @Nullable Instant fetchedAt) {}
}
