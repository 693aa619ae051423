package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.date.FoundDate;
import io.newswire.parser.extract.date.RelativeDates;
import io.newswire.parser.extract.metadata.ShownDates.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a page that count from the fetch, "3 hours ago": those that are labelled or stand
 * beside the title. There are none where nobody knows when the page was served.
 */
final class ShownAges {

  /** A page of more short texts has its own beside the title all the same. */
  private static final int MOST = 300;

  private final Hints hints;
  private final @Nullable String language;
  private final RelativeDates reader;
  private final GatheredDates gathered;

  private int looked;

  /**
   * @param language of the page, where it declares one
   * @param gathered where they are gathered, apart from dates that say more
   */
  ShownAges(Hints hints, @Nullable String language, RelativeDates reader, GatheredDates gathered) {
    this.hints = hints;
    this.language = language;
    this.reader = reader;
    this.gathered = gathered;
  }

  /** The title begins after so many characters of text. */
  void titleAt(int characters) {
    gathered.titleAt(characters);
    looked = 0; // a menu above the title may be of any length
  }

  /**
   * Takes in what a short text says.
   *
   * @param date what {@link #date} reads in it
   * @param before the text before it
   * @param at characters of text before it
   */
  void add(@Nullable ExtractedDate date, String words, String before, int at) {
    gathered.add(date, words, before, at, false);
  }

  /** When something was, as a short text says, or null. */
  @Nullable ExtractedDate date(String words) {
    if (hints.served() == null || words.length() > RelativeDates.LONGEST || looked++ >= MOST) {
      return null;
    }
    FoundDate found = reader.find(words, language, hints.served());
    return found == null ? null : DateCheck.sane(found, hints.now(), Source.AGE);
  }

  /** The dates that a page shows, with these beside them. */
  Shown beside(Shown shown) {
    Shown ages = gathered.shown();
    return new Shown(
        shown.labelled(),
        shown.besideTitle(),
        ages.labelled() == null ? ages.besideTitle() : ages.labelled(),
        shown.anywhere(),
        shown.updated() == null ? ages.updated() : shown.updated());
  }
}
