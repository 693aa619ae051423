package io.newswire.indexer.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record of the articles topic asks for. */
public sealed interface ArticleRecord {

  /** Something to be sent to the index. */
  sealed interface Write extends ArticleRecord {

    /** Article id, the document's id. */
    String id();

    /** External version of the document or of its deletion. */
    long version();

    /** Bytes that the article's own fields take in a request, about. */
    int weight();
  }

  /**
   * A revision of an article, to be written.
   *
   * @param id article id, the document's id
   * @param version external version of the document
   * @param change what happened to the article, as the event says
   * @param json the event's bytes, of which the first {@code end} are the object without its
   *     closing brace
   * @param end offset of the closing brace
   * @param oneLine whether there is no line break up to there
   * @param text the language's analysed fields, or null where there is no analyser for it
   * @param fingerprint 64-bit fingerprint in 16 hex digits
   * @param publishedAt publication, where it can be read
   * @param fetchedAt fetch, where it can be read
   * @param firstSeenAt when the fetcher first saw it, where it can be read
   */
  record Revision(
      String id,
      long version,
      String change,
      byte[] json,
      int end,
      boolean oneLine,
      @Nullable AnalysedText text,
      @Nullable String fingerprint,
      @Nullable Instant publishedAt,
      @Nullable Instant fetchedAt,
      @Nullable Instant firstSeenAt)
      implements Write {

    @Override
    public int weight() {
      return end + (text == null ? 0 : text.length());
    }
  }

  /**
   * A tombstone: the article is to be erased.
   *
   * @param id article id
   * @param version external version of the deletion
   */
  record Erasure(String id, long version) implements Write {

    @Override
    public int weight() {
      return 0;
    }
  }

  /**
   * A record that is no article; it goes to the dead letters.
   *
   * @param reason short class in kebab-case
   * @param message what was wrong, for a person
   */
  record NotAnArticle(String reason, String message) implements ArticleRecord {}
}
