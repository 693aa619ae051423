package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the "at a glance" box of an article: a label and the list under it. */
public final class KeyPoints {

  private static final int MOST = 12;

  private final Set<String> labels = new HashSet<>(WordLists.read("key-point-labels"));

  /** Whether a line is the label of such a box. */
  public boolean isLabel(String line) {
    String folded = Phrases.fold(line);
    int end = folded.length();
    while (end > 0 && ":.!".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return end <= 50 && labels.contains(folded.substring(0, end));
  }

  /**
   * Takes the first box out of the blocks.
   *
   * @param blocks the article's blocks, which lose the box
   * @param page all blocks, as the box often stands outside the body
   * @return its points
   */
  List<String> take(List<Block> blocks, PageBlocks page) {
    for (int i = 0; i < page.blocks().size(); i++) {
      Block label = page.blocks().get(i);
      if (label.size() > 0 && label.size() < 40 && isLabel(label.text())) {
        List<Block> points = points(page.blocks(), i + 1);
        if (!points.isEmpty()) {
          blocks.removeAll(new HashSet<>(points));
          blocks.remove(label);
          return points.stream().map(Block::text).toList();
        }
      }
    }
    return List.of();
  }

  private static List<Block> points(List<Block> blocks, int from) {
    List<Block> points = new ArrayList<>();
    for (int i = from; i < blocks.size() && points.size() <= MOST; i++) {
      Block block = blocks.get(i);
      if (block.kind() != Kind.LIST_ITEM || block.linkDensity() > 0.5) {
        break;
      }
      points.add(block);
    }
    return points.size() > MOST ? List.of() : points;
  }
}
