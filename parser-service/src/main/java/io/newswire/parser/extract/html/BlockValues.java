package io.newswire.parser.extract.html;

import java.util.List;

/**
 * What each block says for or against the regions around it: sentences count for, links and
 * fragments against. The article is where the sum is greatest (the idea of maximum-subsequence
 * segmentation, Pasternack and Roth 2009, on a tree's ranges).
 */
final class BlockValues {

  private final double[] values;
  private final double[] mass;

  private BlockValues(int blocks) {
    values = new double[blocks + 1];
    mass = new double[blocks + 1];
  }

  /** Values of the blocks; an excluded one never speaks for a region. */
  static BlockValues of(List<Block> blocks, boolean[] excluded) {
    BlockValues of = new BlockValues(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      of.values[i + 1] = of.values[i] + (excluded[i] ? excludedValue(block) : value(block));
      of.mass[i + 1] = of.mass[i] + (excluded[i] ? 0 : prose(block));
    }
    return of;
  }

  /** Sum of the values in a region. */
  double value(Region region) {
    return values[region.end()] - values[region.start()];
  }

  /** Letters of prose in a region. */
  double mass(Region region) {
    return mass(region.start(), region.end());
  }

  double mass(int from, int to) {
    return mass[to] - mass[from];
  }

  double total() {
    return mass[mass.length - 1];
  }

  /** Letters of a block that are prose: in sentences, outside links. */
  static double prose(Block block) {
    return switch (block.kind()) {
      case PARAGRAPH, QUOTE, LIST_ITEM, CELL, PREFORMATTED ->
          block.isProse() ? block.size() - block.linkSize() : 0;
      case HEADING, CAPTION, IMAGE -> 0;
    };
  }

  /** Links that were set apart as furniture still tell that the article ends before them. */
  private static double excludedValue(Block block) {
    return block.linkDensity() > 0.5 ? -0.3 * Math.min(block.size(), 120) : 0;
  }

  /** A fragment; a short sentence or a line of code speaks neither for nor against. */
  private static boolean saysNothing(Block block) {
    return block.kind() != Block.Kind.PREFORMATTED && !block.endsSentence();
  }

  private static double value(Block block) {
    double plain = block.size() - 1.5 * block.linkSize();
    boolean sentence = block.endsSentence() || TextMeasure.punctuation(block.text()) >= 2;
    return switch (block.kind()) {
      case PARAGRAPH, QUOTE, PREFORMATTED -> {
        if (block.linkDensity() > 0.6) {
          yield -0.7 * Math.min(block.size(), 120);
        }
        if (sentence && block.size() >= 25) {
          yield plain;
        }
        yield block.size() >= 90 || TextMeasure.isVerse(block)
            ? plain / 2
            : saysNothing(block) ? -8 : 0;
      }
      case LIST_ITEM -> {
        if (block.linkDensity() > 0.5) {
          yield -0.7 * Math.min(block.size(), 120);
        }
        yield sentence && block.size() >= 25 ? 0.8 * plain : -4;
      }
      case CELL -> block.linkDensity() > 0.5 ? -block.size() : sentence ? plain / 2 : -2;
      case HEADING, CAPTION, IMAGE -> 0;
    };
  }
}
