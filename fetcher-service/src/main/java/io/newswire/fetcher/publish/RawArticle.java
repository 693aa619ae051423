package io.newswire.fetcher.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the feed gave it, or an article as it was submitted: the value of the raw articles
 * topic (raw-article.schema.json).
 *
 * @param entryId feed id, a hyphen and the entry's key
 * @param version only grows for an entry
 * @param revision 1 for the first event of the entry, one more for each change
 * @param change what happened
 * @param origin feed or submission
 * @param feed where it comes from
 * @param entry the entry
 * @param page its page, fetched or submitted
 * @param pageFailure why there is no page although one was asked for
 * @param firstSeenAt when the entry was first seen
 * @param fetchedAt when this revision was fetched or submitted
 */
public record RawArticle(
    String entryId,
    long version,
    int revision,
    Change change,
    Origin origin,
    Source feed,
    Item entry,
    @Nullable Page page,
    @Nullable String pageFailure,
    Instant firstSeenAt,
    Instant fetchedAt) {

  /** What happened to an entry. */
  public enum Change {
    @JsonProperty("new")
    NEW("new"),
    @JsonProperty("updated")
    UPDATED("updated"),
    @JsonProperty("withdrawn")
    WITHDRAWN("withdrawn");

    private final String wireName;

    Change(String wireName) {
      this.wireName = wireName;
    }

    /** Returns the name in events and metrics. */
    public String wireName() {
      return wireName;
    }
  }

  /** How it came to the fetcher. */
  public enum Origin {
    @JsonProperty("feed")
    FEED,
    @JsonProperty("submission")
    SUBMISSION
  }

  /**
   * Where an entry comes from.
   *
   * @param id feed id
   * @param url the feed's address, without credentials
   * @param title the subscriber's name for it, else its own
   * @param siteUrl the site it belongs to
   * @param language the language that the feed declares
   * @param format the document's format
   * @param tags the subscription's labels
   */
  public record Source(
      String id,
      String url,
      @Nullable String title,
      @Nullable String siteUrl,
      @Nullable String language,
      @Nullable String format,
      List<String> tags) {}

  /** The entry; see the schema for what each component holds. */
  public record Item(
      String id,
      @Nullable String link,
      boolean sharedLink,
      @Nullable String title,
      @Nullable TextKind titleType,
      @Nullable String summary,
      @Nullable TextKind summaryType,
      @Nullable String content,
      @Nullable TextKind contentType,
      @Nullable String baseUrl,
      List<Person> authors,
      @Nullable Instant published,
      @Nullable String publishedLocal,
      @Nullable Instant updated,
      @Nullable String updatedLocal,
      @Nullable String language,
      List<String> categories,
      @Nullable String comments,
      List<Attachment> enclosures,
      List<Picture> images) {

    /** An entry of which only identity and link are told: a withdrawn or a submitted one. */
    public static Item bare(String id, @Nullable String link) {
      return new Item(
          id, link, false, null, null, null, null, null, null, null, List.of(), null, null, null,
          null, null, List.of(), null, List.of(), List.of());
    }

    /** Returns the same with a plain title and a date of publication. */
    public Item titled(@Nullable String plainTitle, @Nullable Instant publishedAt) {
      return new Item(
          id,
          link,
          sharedLink,
          plainTitle,
          plainTitle == null ? null : TextKind.TEXT,
          summary,
          summaryType,
          content,
          contentType,
          baseUrl,
          authors,
          publishedAt,
          null,
          updated,
          updatedLocal,
          language,
          categories,
          comments,
          enclosures,
          images);
    }
  }

  /** How a text is encoded. */
  public enum TextKind {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("html")
    HTML
  }

  /** A person or an organisation. */
  public record Person(@Nullable String name, @Nullable String email, @Nullable String uri) {}

  /** An attached file. */
  public record Attachment(String url, @Nullable String type, @Nullable Long length) {}

  /** An image beside the text. */
  public record Picture(
      String url,
      @Nullable Integer width,
      @Nullable Integer height,
      @Nullable String caption,
      @Nullable String credit,
      @Nullable String alt) {}

  /**
   * A page.
   *
   * @param url the address the bytes came from
   * @param contentType Content-Type as received
   * @param body the bytes after content decoding
   * @param fetchedAt when
   */
  public record Page(String url, @Nullable String contentType, byte[] body, Instant fetchedAt) {}
}
