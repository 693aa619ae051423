package io.newswire.parser.extract.text;

import io.newswire.parser.extract.html.TextMeasure;

/**
 * A paragraph of a plain text.
 *
 * @param text without bullet
 * @param bullet whether it was written as a list item
 * @param joined whether it follows the line before without an empty line between
 */
record Line(String text, boolean bullet, boolean joined) {

  int size() {
    return TextMeasure.size(text);
  }

  int words() {
    return TextMeasure.words(text);
  }

  /** Whether it reads as a sentence or more of running text. */
  boolean isProse() {
    return size() >= 60
        && (TextMeasure.endsSentence(text) || TextMeasure.punctuation(text) >= 2)
        && !text.endsWith(":");
  }

  /** Whether it may stand over a section: short, no sentence, no list item. */
  boolean isHeadingLike() {
    boolean ends = TextMeasure.endsSentence(text) && !text.endsWith("?") && !text.endsWith("？");
    return !bullet && !ends && text.length() <= 110 && size() >= 3;
  }
}
