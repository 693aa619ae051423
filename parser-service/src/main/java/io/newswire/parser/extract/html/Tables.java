package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells tables of data from tables that only lay out a page. */
final class Tables {

  /** A cell with more text than this, or with a sentence among several paragraphs, is no datum. */
  private static final int LARGEST_CELL = 450;

  private Tables() {}

  /** The blocks, with the cells of layout tables turned into paragraphs. */
  static List<Block> unfoldLayout(List<Block> blocks, List<Region> regions) {
    Set<Region> layout = layoutTables(blocks, regions);
    if (layout.isEmpty()) {
      return blocks;
    }
    List<Block> unfolded = new ArrayList<>(blocks.size());
    for (Block b : blocks) {
      Region table = b.kind() == Kind.CELL ? around(b.region(), "table") : null;
      unfolded.add(table != null && layout.contains(table) ? b.as(Kind.PARAGRAPH) : b);
    }
    return unfolded;
  }

  private static Set<Region> layoutTables(List<Block> blocks, List<Region> regions) {
    Set<Region> layout = new HashSet<>();
    Map<Region, Integer> cells = new HashMap<>();
    for (Region region : regions) {
      if (region.is("table")) {
        Region outer = region.parent() == null ? null : around(region.parent(), "table");
        if (outer != null) {
          layout.add(outer);
        }
      }
    }
    for (Block block : blocks) {
      Region cell = block.kind() == Kind.CELL ? cellOf(block.region()) : null;
      if (cell == null) {
        continue;
      }
      boolean several = cells.containsKey(cell);
      int size = cells.merge(cell, block.size(), Integer::sum);
      Region table = around(cell, "table");
      if (table != null && (size > LARGEST_CELL || (several && isText(block)))) {
        layout.add(table);
      }
    }
    return layout;
  }

  private static boolean isText(Block block) {
    return block.isProse() || TextMeasure.isVerse(block);
  }

  private static @Nullable Region cellOf(Region region) {
    Region cell = around(region, "td");
    return cell == null ? around(region, "th") : cell;
  }

  static @Nullable Region around(Region innermost, String tag) {
    for (Region region = innermost; region != null; region = region.parent()) {
      if (region.is(tag)) {
        return region;
      }
    }
    return null;
  }
}
