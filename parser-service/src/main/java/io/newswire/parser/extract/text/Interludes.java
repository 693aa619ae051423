package io.newswire.parser.extract.text;

import io.newswire.parser.extract.html.TextMeasure;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** "Read also:" and the titles right below it, between the paragraphs of an article. */
final class Interludes {

  private static final int LONGEST_LABEL = 50;

  private final Set<String> labels = new HashSet<>(WordLists.read("read-also-labels"));

  /**
   * The index after the label at this line and the titles below it; the same where none is there.
   */
  int after(List<Line> lines, int at) {
    Line label = lines.get(at);
    if (label.bullet() || !isLabel(label.text())) {
      return at;
    }
    int end = at + 1;
    while (end < lines.size() && lines.get(end).joined() && isTitle(lines.get(end))) {
      end++;
    }
    return end;
  }

  /** As {@link #after}; the same index where no text goes on right below the titles. */
  int afterWithinText(List<Line> lines, int at) {
    int end = after(lines, at);
    return end < lines.size() && isText(lines.get(end)) ? end : at;
  }

  /** Titles end with no full stop, if with one of a question or of what was cut. */
  private static boolean isTitle(Line line) {
    String text = line.text();
    boolean open = text.endsWith("...") || "?？؟…".indexOf(text.charAt(text.length() - 1)) >= 0;
    return !line.isProse() && (line.bullet() || open || !TextMeasure.endsSentence(text));
  }

  private static boolean isText(Line line) {
    return line.isProse() || (!line.bullet() && !line.isHeadingLike());
  }

  private boolean isLabel(String text) {
    if (text.length() > LONGEST_LABEL) {
      return false;
    }
    String folded = Phrases.fold(text);
    boolean colon = folded.endsWith(":") || folded.endsWith("：");
    return labels.contains(colon ? folded.substring(0, folded.length() - 1).strip() : folded);
  }
}
