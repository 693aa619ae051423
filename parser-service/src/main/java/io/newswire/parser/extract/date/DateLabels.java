package io.newswire.parser.extract.date;

import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.List;

/** Words such as "Published" and "Updated" before a visible date. */
public final class DateLabels {

  /** What a label says about the date after it. */
  public enum Label {
    PUBLISHED,
    UPDATED,
    NONE
  }

  private final List<String> published;
  private final List<String> updated;

  private DateLabels(List<String> published, List<String> updated) {
    this.published = published;
    this.updated = updated;
  }

  /** Reads the list that comes with the parser. */
  public static DateLabels load() {
    return new DateLabels(entries('+'), entries('~'));
  }

  private static List<String> entries(char kind) {
    return WordLists.read("date-labels").stream()
        .filter(entry -> entry.charAt(0) == kind)
        .map(entry -> entry.substring(1).strip())
        .toList();
  }

  /** The label that a line opens with. */
  public Label opening(String line) {
    String folded = Phrases.fold(line);
    if (updated.stream().anyMatch(label -> opens(folded, label))) {
      return Label.UPDATED;
    }
    return published.stream().anyMatch(label -> opens(folded, label))
        ? Label.PUBLISHED
        : Label.NONE;
  }

  /**
   * Where a second date begins within a line: at a label of a change, or at one of the publication
   * behind a change; -1 where there is none.
   */
  public int secondDate(String line) {
    return opening(line) == Label.UPDATED ? within(line, published) : updateWithin(line);
  }

  /** Where a label of a change stands within a line, or -1. */
  public int updateWithin(String line) {
    return within(line, updated);
  }

  private static int within(String line, List<String> labels) {
    String lower = Phrases.lower(line);
    int first = -1;
    for (String label : labels) {
      int at = lower.indexOf(label);
      if (at > 0 && !Character.isLetter(lower.charAt(at - 1)) && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  private static boolean opens(String folded, String label) {
    return folded.startsWith(label)
        && (folded.length() == label.length()
            || !Character.isLetter(folded.charAt(label.length()))
            || label.charAt(label.length() - 1) >= 0x2E80);
  }
}
