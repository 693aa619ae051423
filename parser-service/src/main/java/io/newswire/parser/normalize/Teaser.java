package io.newswire.parser.normalize;

import io.newswire.parser.extract.Extraction;
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

  /** A text longer than this is an article, whatever else it asks to read. */
  private static final int LONGEST_TEASER = 3_000;

  /** Whether the text breaks off or was followed by a link to its rest. */
  static boolean isCut(Body body) {
    boolean goesOn =
        body.extraction() != null && body.extraction().method().equals(Extraction.TEASER);
    return isCut(body.text()) || (goesOn && body.text().length() < LONGEST_TEASER);
  }

  /** Whether the text breaks off, as excerpts do. */
  static boolean isCut(String text) {
    return CUT.matcher(text.substring(Math.max(0, text.length() - END))).find();
  }

  /** Whether a feed's summary is only that, and not the article in the place of a summary. */
  static boolean isTeaser(Body body) {
    return isCut(body) || body.text().length() < SHORTEST_ARTICLE;
  }
}
