package io.newswire.parser.extract.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises paragraphs that a site says about itself, however much they read like prose: that it
 * sets cookies, whose its words are, that one may subscribe. They are longer than the prompts of
 * {@link Phrases}, so that one phrase is enough only where nobody else would write it.
 */
public final class Notices {

  /** Characters of the longest paragraph that is looked into; a longer one is an essay. */
  private static final int LONGEST = 700;

  /** First character of the scripts that are written without spaces, or nearly so. */
  private static final char WITHOUT_SPACES = '\u0E00';

  private enum Weight {
    /** Enough alone. */
    SURE,
    /** Enough beside another one, or beside something of the site's. */
    HALF,
    /** Names something of a site's own. */
    OWN
  }

  private record Phrase(String text, Weight weight) {

    static Phrase of(String entry) {
      return switch (entry.charAt(0)) {
        case '+' -> new Phrase(entry.substring(1).strip(), Weight.HALF);
        case '*' -> new Phrase(entry.substring(1).strip(), Weight.OWN);
        default -> new Phrase(entry, Weight.SURE);
      };
    }
  }

  private final Map<Integer, List<Phrase>> phrases = new HashMap<>();

  private Notices() {}

  /** Reads the list that comes with the parser. */
  public static Notices load() {
    Notices notices = new Notices();
    WordLists.read("notices").stream()
        .map(Phrase::of)
        .sorted(Comparator.comparing((Phrase phrase) -> phrase.text().length()).reversed())
        .forEach(notices::add);
    return notices;
  }

  private void add(Phrase phrase) {
    phrases.computeIfAbsent(key(phrase.text(), 0), key -> new ArrayList<>()).add(phrase);
  }

  /** Whether a paragraph is such a notice. */
  public boolean isNotice(String paragraph) {
    if (paragraph.length() > LONGEST) {
      return false;
    }
    String folded = Phrases.fold(paragraph);
    Phrase half = null;
    boolean own = false;
    for (int i = 0; i < folded.length() - 1; i++) {
      Phrase phrase = mayBegin(folded, i) ? beginningAt(folded, i) : null;
      if (phrase == null) {
        continue;
      }
      boolean second = half != null && phrase.weight() == Weight.HALF && !phrase.equals(half);
      own |= phrase.weight() == Weight.OWN;
      half = phrase.weight() == Weight.HALF ? phrase : half;
      if (phrase.weight() == Weight.SURE || second || (own && half != null)) {
        return true;
      }
      i += phrase.text().length() - 1;
    }
    return false;
  }

  /** The longest phrase that begins at an index. */
  private @Nullable Phrase beginningAt(String folded, int index) {
    for (Phrase phrase : phrases.getOrDefault(key(folded, index), List.of())) {
      if (folded.startsWith(phrase.text(), index)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean mayBegin(String folded, int index) {
    return index == 0
        || folded.charAt(index) >= WITHOUT_SPACES
        || !Character.isLetter(folded.charAt(index - 1));
  }

  /** The first two characters, as a number. */
  private static int key(String text, int index) {
    return text.charAt(index) << Character.SIZE | text.charAt(index + 1);
  }
}
