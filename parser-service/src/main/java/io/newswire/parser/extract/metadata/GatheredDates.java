package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateLabels.Label;
import io.newswire.parser.extract.metadata.ShownDates.Shown;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first date of each kind, in the order of the document. */
final class GatheredDates {

  /** Characters of text between a title and what still stands beside it. */
  private static final int BELOW = 600;

  private static final int ABOVE = 200;
  private static final int LONGEST_LABEL = 40;

  private final DateLabels labels;
  private final int titleLength;

  private int titleAt = -1;
  private @Nullable ExtractedDate labelled;
  private @Nullable ExtractedDate below;
  private @Nullable ExtractedDate above;
  private int aboveAt;
  private @Nullable ExtractedDate element;
  private @Nullable ExtractedDate text;
  private @Nullable ExtractedDate early;
  private @Nullable ExtractedDate updated;

  /**
   * @param titleLength characters of the title
   */
  GatheredDates(DateLabels labels, int titleLength) {
    this.labels = labels;
    this.titleLength = titleLength;
  }

  /** The title begins after so many characters of text. */
  void titleAt(int characters) {
    titleAt = characters;
  }

  /**
   * Takes a date in.
   *
   * @param words the words that it stands in
   * @param before the text before them
   * @param at characters of text before it
   * @param machine whether it is written for machines
   */
  void add(@Nullable ExtractedDate date, String words, String before, int at, boolean machine) {
    if (date == null) {
      return;
    }
    Label label = label(words, before);
    if (label == Label.UPDATED) {
      updated = updated == null ? date : updated;
      return;
    }
    boolean publication = label == Label.PUBLISHED;
    labelled = labelled == null && publication ? date : labelled;
    if (titleAt < 0) {
      above = date;
      aboveAt = at;
      early = early == null ? date : early;
    } else if (at - titleAt - titleLength <= BELOW) {
      below = below == null ? date : below;
    } else if (machine) {
      element = element == null ? date : element;
    } else {
      text = text == null ? date : text;
    }
  }

  /** The label within the date's own words, else in the short text before it. */
  private Label label(String words, String before) {
    Label own = labels.opening(words);
    String lower = words.toLowerCase(Locale.ROOT);
    // A class of both, as blogs have it, is that of an article which was never changed.
    boolean change =
        !lower.contains("published") && (lower.contains("updated") || lower.contains("modified"));
    if (own == Label.UPDATED || change) {
      return Label.UPDATED;
    }
    return own == Label.NONE && before.length() <= LONGEST_LABEL ? labels.opening(before) : own;
  }

  Shown shown() {
    boolean beside = above != null && titleAt >= 0 && titleAt - aboveAt <= ABOVE;
    ExtractedDate besideTitle = below != null ? below : beside ? above : null;
    ExtractedDate anywhere =
        Stream.of(element, text, early).filter(Objects::nonNull).findFirst().orElse(null);
    return new Shown(labelled, besideTitle, null, anywhere, updated);
  }
}
