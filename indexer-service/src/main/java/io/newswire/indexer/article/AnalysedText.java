package io.newswire.indexer.article;

import org.jspecify.annotations.Nullable;

/**
 * Where the texts of an article are within its bytes, and the language they are analysed in.
 *
 * @param language key of the language's fields in the mapping, such as {@code en}
 * @param title title, if not empty
 * @param summary summary, if not empty
 * @param body body, if not empty
 */
public record AnalysedText(
    String language, @Nullable Slice title, @Nullable Slice summary, @Nullable Slice body) {

  /**
   * A JSON string within the bytes of an event, quotes included.
   *
   * @param start offset of the opening quote
   * @param end offset after the closing quote
   */
  public record Slice(int start, int end) {

    public int length() {
      return end - start;
    }
  }

  /** Bytes of the texts. */
  public int length() {
    return length(title) + length(summary) + length(body);
  }

  private static int length(@Nullable Slice slice) {
    return slice == null ? 0 : slice.length();
  }
}
