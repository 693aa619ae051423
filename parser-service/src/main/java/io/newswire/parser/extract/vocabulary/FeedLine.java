package io.newswire.parser.extract.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * A line of an entry with where its links are, which tells what a feed put there from a sentence
 * that reads alike.
 *
 * @param lead what stands before its first link; null where it has none
 * @param linkLength the characters of its links
 */
public record FeedLine(String text, @Nullable String lead, int linkLength) {

  /** A line that is a link. */
  public static FeedLine ofLink(String text) {
    return new FeedLine(text, "", text.length());
  }

  boolean isLinked() {
    return lead != null;
  }

  boolean isMostlyLink() {
    return linkLength * 2 >= text.length();
  }
}
