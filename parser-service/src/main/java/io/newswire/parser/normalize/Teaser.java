package io.newswire.parser.normalize;

import java.util.regex.Pattern;

/** Tells a teaser from an article. */
final class Teaser {

  /**
   * Shorter summaries are teasers even where they end properly: no article is told in two or three
   * sentences.
   */
  private static final int SHORTEST_ARTICLE = 600;

  private static final Pattern CUT =
      Pattern.compile("(?:…|\\.\\.\\.|\\[(?:…|\\.\\.\\.)]|\\((?:…|\\.\\.\\.|more…?)\\)|»|→)\\s*$");

  private static final int END = 40;

  private Teaser() {}

  /** Whether the text breaks off, as excerpts do. */
  static boolean isCut(String text) {
    return CUT.matcher(text.substring(Math.max(0, text.length() - END))).find();
  }

  /** Whether a feed's summary is only that, and not the article in the place of a summary. */
  static boolean isTeaser(String text) {
    return isCut(text) || text.length() < SHORTEST_ARTICLE;
  }
}
