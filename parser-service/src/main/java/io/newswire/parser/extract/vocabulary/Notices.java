package io.newswire.parser.extract.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises paragraphs that a site says about itself, however much they read like prose: that it
 * sets cookies, whose its words are, that one may subscribe. They are longer than the prompts of
 * {@link Phrases}, so that only phrases count that nobody else would write.
 */
public final class Notices {

  /** Characters of the longest paragraph that is looked into; a longer one is an essay. */
  private static final int LONGEST = 700;

  /** First character of the scripts that are written without spaces, or nearly so. */
  private static final char WITHOUT_SPACES = '\u0E00';

  private final Map<Integer, List<String>> phrases = new HashMap<>();

  private Notices() {}

  /** Reads the list that comes with the parser. */
  public static Notices load() {
    Notices notices = new Notices();
    for (String phrase : WordLists.read("notices")) {
      notices.phrases.computeIfAbsent(key(phrase, 0), key -> new ArrayList<>()).add(phrase);
    }
    return notices;
  }

  /** Whether a paragraph is such a notice. */
  public boolean isNotice(String paragraph) {
    if (paragraph.length() > LONGEST) {
      return false;
    }
    String folded = Phrases.fold(paragraph);
    for (int i = 0; i < folded.length() - 1; i++) {
      if (mayBegin(folded, i) && beginsAt(folded, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsAt(String folded, int index) {
    List<String> candidates = phrases.get(key(folded, index));
    return candidates != null
        && candidates.stream().anyMatch(phrase -> folded.startsWith(phrase, index));
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
