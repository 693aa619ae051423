package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The body that structured data declares, compared with the blocks of the page. Many sites declare
 * it whole, some cut it short or declare another text: so it is only believed as far as the page
 * shows the same.
 */
final class DeclaredBody {

  private static final int GRAM = 3;
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final double COVERED = 0.8;
  private static final double SURELY_COVERED = 0.9;
  private static final double UNCOVERED = 0.3;

  /** From this share of the found prose on, a declared body is taken for the whole article. */
  private static final double WHOLE = 0.6;

  /**
   * Share of the prose that may stand where the text does, and before or after what is declared.
   */
  private static final double MOST_REST = 0.15;

  /** Letters from which on a declared body says where the article begins and ends. */
  private static final int LEAST = 300;

  /** How much of it the page must show, and how much it may repeat. */
  private static final double LEAST_SHOWN = 0.7;

  private static final double MOST_SHOWN = 1.6;

  /** Letters of the shortest block that is added. */
  private static final int LEAST_MISSED = 60;

  private static final double HALF = 0.5;

  private final Set<Long> grams = new HashSet<>();
  private final int size;
  private final boolean cut;

  DeclaredBody(String body) {
    size = TextMeasure.size(body);
    String end = body.strip();
    cut = end.endsWith("...") || end.endsWith("…") || !TextMeasure.endsSentence(end);
    grams.addAll(grams(body));
  }

  int size() {
    return size;
  }

  /** The share of a text's word sequences that the declared body has too, 0 to 1. */
  double coverage(String text) {
    List<Long> of = grams(text);
    if (of.isEmpty()) {
      return 0;
    }
    long covered = of.stream().filter(grams::contains).count();
    return (double) covered / of.size();
  }

  /** Whether the page keeps back much of this body, as behind a paywall or before a script runs. */
  boolean isMoreThan(List<Block> kept) {
    int all = 0;
    int shown = 0;
    for (Block block : kept) {
      all += block.size();
      shown += block.size() >= 20 && coverage(block.text()) >= COVERED ? block.size() : 0;
    }
    return all < HALF * size || (all < size && shown < HALF * size);
  }

  /**
   * The kept blocks corrected by the declared body, where the page shows most of it: what it has
   * and was missed is added; prose outside it at either end is dropped.
   */
  List<Block> correct(List<Block> kept, List<Block> page) {
    Shown shown = shownOn(page);
    if (size < LEAST || shown.size() < LEAST_SHOWN * size || shown.size() > MOST_SHOWN * size) {
      return kept;
    }
    Set<Block> had = Collections.newSetFromMap(new IdentityHashMap<>());
    had.addAll(kept);
    Set<String> places = new HashSet<>();
    kept.stream().filter(shown::covers).forEach(block -> places.add(place(block)));
    boolean whole = isWhole(kept, shown, places);
    List<Block> corrected = new ArrayList<>();
    for (Block block : page) {
      boolean foreign =
          shown.contradicts(block) && !cut && (whole || !places.contains(place(block)));
      if (shown.wasMissed(block) || (had.contains(block) && !foreign)) {
        corrected.add(block);
      }
    }
    return corrected;
  }

  private Shown shownOn(List<Block> page) {
    double[] coverage = new double[page.size()];
    double shown = 0;
    int first = -1;
    int last = -1;
    for (Block block : page) {
      if (block.size() >= 20 && block.kind() != Kind.CAPTION) {
        coverage[block.index()] = coverage(block.text());
        if (coverage[block.index()] >= COVERED) {
          shown += block.size();
          first = first < 0 ? block.index() : first;
          last = block.index();
        }
      }
    }
    return new Shown(coverage, shown, first, last);
  }

  /**
   * Whether the declared body is the whole article: hardly any prose before or after it stands
   * where its own does.
   */
  private static boolean isWhole(List<Block> kept, Shown shown, Set<String> places) {
    double prose = 0;
    double rest = 0;
    for (Block block : kept) {
      double mass = BlockValues.prose(block);
      prose += mass;
      rest += !shown.isInside(block) && places.contains(place(block)) ? mass : 0;
    }
    return shown.size() >= WHOLE * prose && rest < MOST_REST * prose;
  }

  /**
   * How much of the declared body a page shows, and where.
   *
   * @param coverage for each block, how much of it the declared body has
   * @param size letters of the blocks that the declared body has
   * @param first index of the first such block, or -1
   * @param last index of the last such block, or -1
   */
  private record Shown(double[] coverage, double size, int first, int last) {

    boolean covers(Block block) {
      return coverage[block.index()] >= COVERED;
    }

    boolean isInside(Block block) {
      return block.index() >= first && block.index() <= last;
    }

    boolean wasMissed(Block block) {
      return isInside(block)
          && coverage[block.index()] >= SURELY_COVERED
          && block.size() >= LEAST_MISSED
          && block.linkDensity() < HALF;
    }

    boolean contradicts(Block block) {
      return !isInside(block) && block.size() > 0 && coverage[block.index()] < UNCOVERED;
    }
  }

  /** The kind of place a block stands in: the elements around it, by name and class. */
  private static String place(Block block) {
    Region region = block.region();
    Region parent = region.parent();
    return (parent == null ? "" : parent.name()) + ">" + region.name();
  }

  private static List<Long> grams(String text) {
    List<Long> grams = new ArrayList<>();
    long[] window = new long[GRAM];
    int words = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c == SOFT_HYPHEN) {
        continue;
      }
      int weight = TextMeasure.weight(c);
      if (weight == 1) {
        word = word * 31 + Character.toLowerCase(c) + 7;
        continue;
      }
      if (word != 0) {
        words = push(window, words, word, grams);
        word = 0;
      }
      if (weight > 1) {
        words = push(window, words, c, grams);
      }
    }
    return grams;
  }

  private static int push(long[] window, int words, long word, List<Long> grams) {
    System.arraycopy(window, 1, window, 0, GRAM - 1);
    window[GRAM - 1] = word;
    if (words + 1 >= GRAM) {
      long hash = 17;
      for (long part : window) {
        hash = hash * 1_000_003 + part;
      }
      grams.add(hash);
    }
    return words + 1;
  }
}
