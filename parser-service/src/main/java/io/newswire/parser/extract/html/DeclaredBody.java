package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.HashSet;
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
  private static final double UNCOVERED = 0.3;

  /** From this share of the found prose on, a declared body is taken for the whole article. */
  private static final double WHOLE = 0.6;

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
    if (size < 300 || shown < 0.7 * size || shown > 1.6 * size) {
      return kept;
    }
    double prose = kept.stream().mapToDouble(BlockValues::prose).sum();
    boolean whole = shown >= WHOLE * prose;
    Set<String> places = new HashSet<>();
    Set<Integer> had = new HashSet<>();
    for (Block block : kept) {
      had.add(block.index());
      if (coverage[block.index()] >= COVERED) {
        places.add(place(block));
      }
    }
    double rest = 0;
    for (Block block : kept) {
      boolean inside = block.index() >= first && block.index() <= last;
      rest += !inside && places.contains(place(block)) ? BlockValues.prose(block) : 0;
    }
    whole &= rest < 0.15 * prose;
    List<Block> corrected = new ArrayList<>();
    for (Block block : page) {
      double covered = coverage[block.index()];
      boolean inside = block.index() >= first && block.index() <= last;
      boolean missed = inside && covered >= 0.9 && block.size() >= 60 && block.linkDensity() < 0.5;
      boolean foreign =
          !inside
              && !cut
              && block.size() > 0
              && covered < UNCOVERED
              && (whole || !places.contains(place(block)));
      if (missed || (had.contains(block.index()) && !foreign)) {
        corrected.add(block);
      }
    }
    return corrected;
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
