package io.newswire.parser.extract.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block-level element and the run of blocks inside it. Because blocks are numbered in document
 * order, a region is a range, and any sum over it is a difference of two prefix sums.
 */
public final class Region {

  /** Characters of the class names that are compared. */
  private static final int LONGEST_NAME = 100;

  private final Element element;
  private final @Nullable Region parent;
  private final int depth;
  private final int start;
  private int end;

  Region(Element element, @Nullable Region parent, int start) {
    this.element = element;
    this.parent = parent;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.start = start;
    this.end = start;
  }

  public Element element() {
    return element;
  }

  public @Nullable Region parent() {
    return parent;
  }

  /** Number of regions around this one. */
  public int depth() {
    return depth;
  }

  /** Index of the first block inside. */
  public int start() {
    return start;
  }

  /** Index after the last block inside. */
  public int end() {
    return end;
  }

  void close(int end) {
    this.end = end;
  }

  /** Whether the other region is this one or inside it. */
  public boolean holds(Region other) {
    Region region = other;
    while (region != null && region.depth > depth) {
      region = region.parent;
    }
    return region == this;
  }

  /**
   * Its tag and class, of bounded length: names of many regions are held and compared. Names with a
   * digit number an element ({@code part-7}) or are drawn ({@code element-3f2a1b}), and are left
   * out.
   */
  String name() {
    String names = element.attr("class");
    StringBuilder name = new StringBuilder(element.normalName()).append('.');
    for (String token :
        names.substring(0, Math.min(LONGEST_NAME, names.length())).strip().split("\\s+")) {
      if (token.chars().noneMatch(Character::isDigit)) {
        name.append(token).append(' ');
      }
    }
    return name.toString();
  }

  public boolean is(String tag) {
    return element.normalName().equals(tag);
  }
}
