package io.newswire.parser.normalize;

import io.newswire.parser.article.Method;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.article.TextType;
import io.newswire.parser.extract.Extraction;
import io.newswire.parser.html.PlainText;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Summaries: the feed's, or the dek of the page. */
final class Summaries {

  private Summaries() {}

  /**
   * A summary that says more than the title and is not the whole article; a complete one rather
   * than one that breaks off.
   */
  static @Nullable String of(RawArticle raw, Bodies bodies, Body body, String title) {
    Extraction page = bodies.pageExtraction();
    String given = oneParagraph(bodies.summary().text());
    String feed = raw.entry().summaryType() == TextType.TEXT ? given : PlainText.inert(given);
    String dek = page == null || page.summary() == null ? "" : page.summary().strip();
    boolean article =
        !feed.isEmpty()
            && body.method() != Method.FEED_SUMMARY
            && given.equals(oneParagraph(body.text()));
    return Stream.of(article || Teaser.isCut(feed) ? "" : feed, dek, article ? "" : feed)
        .filter(summary -> !summary.isBlank() && !summary.equals(title))
        .findFirst()
        .orElse(null);
  }

  private static String oneParagraph(String text) {
    return text.replaceAll("(?<!\\s)[\\s&&[^\\n]]*+\\n\\s*+", " ").strip();
  }
}
