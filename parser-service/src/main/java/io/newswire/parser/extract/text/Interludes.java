package io.newswire.parser.extract.text;

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
    while (end < lines.size() && lines.get(end).joined() && !lines.get(end).isProse()) {
      end++;
    }
    return end;
  }

  /** Whether the text goes on right below the label at this line and its titles. */
  boolean isWithinText(List<Line> lines, int at) {
    int end = after(lines, at);
    return end > at && end < lines.size() && isText(lines.get(end));
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
