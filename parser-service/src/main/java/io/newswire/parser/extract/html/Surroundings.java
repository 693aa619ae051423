package io.newswire.parser.extract.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells where an article's text ends by the boxes it stands in. The paragraphs of a text stand side
 * by side, in boxes of the same make; what follows in a box of another make is about the author,
 * the paper or the reader.
 */
final class Surroundings {

  /** Share of the prose from which on a kind of box is one of the text's own. */
  private static final double OWN = 0.1;

  /** Share of the prose that may follow the text. */
  private static final double MOST_AFTER = 0.15;

  /** Share of all letters that may follow it; lists count for more than they say. */
  private static final double MOST_LETTERS_AFTER = 0.25;

  /** Boxes of different makes side by side from which on the text is told to be in parts. */
  private static final int PARTS = 2;

  private static final Set<String> BOXES =
      Set.of("div", "section", "article", "aside", "header", "footer", "table", "td", "form");

  private final Map<Region, Integer> makes = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The kept blocks without those after the text. */
  List<Block> cutAfter(List<Block> kept) {
    Map<Integer, Double> prose = new HashMap<>();
    double total = 0;
    double letters = 0;
    for (Block block : kept) {
      double mass = BlockValues.prose(block);
      total += mass;
      letters += block.size();
      for (Integer make : makes(block)) {
        prose.merge(make, mass, Double::sum);
      }
    }
    double least = OWN * total;
    prose.values().removeIf(mass -> mass < least);
    Set<Region> inParts = inParts(kept, prose.keySet());
    int end = kept.size();
    double after = 0;
    double lettersAfter = 0;
    while (end > 0 && isForeign(kept.get(end - 1), prose.keySet(), inParts)) {
      after += BlockValues.prose(kept.get(end - 1));
      lettersAfter += kept.get(end - 1).size();
      end--;
    }
    boolean little = after <= MOST_AFTER * total && lettersAfter <= MOST_LETTERS_AFTER * letters;
    return end > 0 && little ? kept.subList(0, end) : kept;
  }

  private boolean isForeign(Block block, Set<Integer> own, Set<Region> inParts) {
    return makes(block).stream().noneMatch(own::contains)
        && !inParts.contains(box(place(block)).parent());
  }

  /** Where a block stands: a cell where its table does. */
  private static Region place(Block block) {
    Region region = block.region();
    Region table = block.kind() == Block.Kind.CELL ? Tables.around(region, "table") : null;
    Region around = table == null ? null : table.parent();
    return around == null ? region : around;
  }

  /**
   * The elements that hold the text in several boxes, each of a make of its own: the name of a
   * further box there ("conclusion") tells nothing.
   */
  private Set<Region> inParts(List<Block> kept, Set<Integer> own) {
    Map<Region, Set<Integer>> parts = new HashMap<>();
    for (Block block : kept) {
      Region box = box(place(block));
      Region around = box.parent();
      if (around != null && box.end() - box.start() > 1 && own.contains(make(box))) {
        parts.computeIfAbsent(around, region -> new HashSet<>()).add(make(box));
      }
    }
    parts.values().removeIf(makes -> makes.size() < PARTS);
    return parts.keySet();
  }

  /**
   * The makes that a block's box can be said to be of. A box of a single block is a paragraph by
   * another name, and its class one of many.
   */
  private Set<Integer> makes(Block block) {
    Region box = box(place(block));
    Region parent = box.parent();
    return parent == null || box.end() - box.start() > 1
        ? Set.of(make(box))
        : Set.of(make(box), number(make(box(parent)), box.element().normalName()));
  }

  /** A number for the elements around a box and itself, by tag and class. */
  private int make(Region box) {
    Integer known = makes.get(box);
    if (known == null) {
      Region parent = box.parent();
      known = parent == null ? 0 : number(make(box(parent)), box.name());
      makes.put(box, known);
    }
    return known;
  }

  private int number(int around, String name) {
    return numbers.computeIfAbsent(around + " " + name, key -> numbers.size() + 1);
  }

  /** The innermost element around a region, or itself, that lays out a page. */
  private static Region box(Region innermost) {
    Region region = innermost;
    while (region.parent() != null && !BOXES.contains(region.element().normalName())) {
      region = region.parent();
    }
    return region;
  }
}
