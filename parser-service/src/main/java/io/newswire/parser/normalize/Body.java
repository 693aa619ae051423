package io.newswire.parser.normalize;

import io.newswire.parser.article.Method;
import io.newswire.parser.extract.Extraction;
import org.jspecify.annotations.Nullable;

/**
 * The body that was chosen.
 *
 * @param text plain text; empty where there is none
 * @param html markup, not sanitised; null where the text is no markup
 * @param baseUrl what the markup's references are relative to
 * @param method how it was obtained
 * @param extraction what else its document says; null where it is a plain text of the feed
 */
record Body(
    String text,
    @Nullable String html,
    String baseUrl,
    Method method,
    @Nullable Extraction extraction) {

  static final Body NONE = new Body("", null, "", Method.NONE, null);

  /** The number of letters and digits: what a reader gains, whatever the white space. */
  long substance() {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
