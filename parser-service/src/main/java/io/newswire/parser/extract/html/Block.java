package io.newswire.parser.extract.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Node;

/**
 * A run of text between two block boundaries of a page, in document order.
 *
 * @param index position among the page's blocks
 * @param kind what it is, by its markup
 * @param level heading level 1 to 6, or nesting depth of a list item; else 0
 * @param region the innermost block element around the text
 * @param nodes the inline nodes that make it up
 * @param text whitespace collapsed, single line breaks kept as {@code \n}
 * @param size letters and digits as {@link TextMeasure} counts them: comparable across scripts
 * @param linkSize the part of size that is inside links
 * @param isProse whether it is of sentences, outside links, whatever its kind
 */
public record Block(
    int index,
    Kind kind,
    int level,
    Region region,
    List<Node> nodes,
    String text,
    int size,
    int linkSize,
    boolean isProse) {

  /** What a block is, by its markup. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    LIST_ITEM,
    QUOTE,
    PREFORMATTED,
    CELL,
    CAPTION,
    IMAGE
  }

  public Block {
    nodes = List.copyOf(nodes);
  }

  /** The same block, known to be of another kind. */
  Block as(Kind other) {
    return new Block(index, other, 0, region, nodes, text, size, linkSize, isProse);
  }

  /** The share of the text that is inside links, 0 to 1. */
  public double linkDensity() {
    return size == 0 ? 0 : (double) linkSize / size;
  }

  /** What holds it: the element around it, or its own where that holds more. */
  Region place() {
    Region outer = region.parent();
    return outer == null || region.end() - region.start() > 1 ? region : outer;
  }

  /** Whether it ends as a sentence does. */
  public boolean endsSentence() {
    return TextMeasure.endsSentence(text);
  }

  /** The letters of several blocks. */
  static int size(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  /** Whether prose below stands beside prose above: then what is between them is within a text. */
  static boolean goesOn(List<Block> above, List<Block> below) {
    Set<Region> places = new HashSet<>();
    above.stream().filter(Block::isProse).forEach(block -> places.add(block.place()));
    return below.stream().anyMatch(block -> block.isProse && places.contains(block.place()));
  }
}
