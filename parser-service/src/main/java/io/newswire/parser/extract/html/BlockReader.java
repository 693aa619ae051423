package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Reads a document into blocks, in one pass and without recursion. */
final class BlockReader implements NodeFilter {

  private final List<Block> blocks = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<Element> images = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Node> nodes = new ArrayList<>();
  private @Nullable Region current;
  private int size;
  private int linkSize;
  private int links;
  private int preformatted;

  private BlockReader() {}

  static PageBlocks read(Element root) {
    BlockReader reader = new BlockReader();
    root.filter(reader);
    return new PageBlocks(Tables.unfoldLayout(reader.blocks, reader.regions), reader.regions);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode textNode) {
      append(textNode);
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
  }

  private FilterResult open(Element element) {
    String tag = element.normalName();
    if (ElementRoles.isSkipped(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    switch (tag) {
      case "br" -> lineBreak(element);
      case "img", "amp-img" -> images.add(element);
      case "a" -> links++;
      case "pre" -> preformatted++;
      default -> {}
    }
    if (ElementRoles.isBlock(element) || current == null) {
      flush();
      current = new Region(element, current, blocks.size());
      regions.add(current);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (element.normalName().equals("a")) {
        links--;
      } else if (element.normalName().equals("pre")) {
        preformatted--;
      }
      Region region = current;
      if (region != null && region.element() == element) {
        flush();
        region.close(blocks.size());
        current = region.parent();
      }
    }
    return FilterResult.CONTINUE;
  }

  private void append(TextNode node) {
    String whole = node.getWholeText();
    boolean visible = false;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (preformatted > 0) {
        text.append(c);
      } else if (TextMeasure.isSpace(c) && c != '\u00A0') {
        if (!text.isEmpty() && !endsWithSpace()) {
          text.append(' ');
        }
        continue;
      } else {
        text.append(c);
      }
      int weight = TextMeasure.weight(c);
      size += weight;
      linkSize += links > 0 ? weight : 0;
      visible = true;
    }
    if (visible || !nodes.isEmpty()) {
      nodes.add(node);
    }
  }

  private boolean endsWithSpace() {
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == '\n';
  }

  /** One line break stays inside a block; two end it, as writers without paragraphs mean them. */
  private void lineBreak(Element element) {
    if (preformatted > 0) {
      text.append('\n');
      nodes.add(element);
      return;
    }
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    if (text.isEmpty()) {
      return;
    }
    if (text.charAt(text.length() - 1) == '\n') {
      flush();
    } else {
      text.append('\n');
      nodes.add(element);
    }
  }

  private void flush() {
    Region region = current;
    if (region != null) {
      String stripped = preformatted > 0 ? text.toString().stripTrailing() : strip(text);
      if (!stripped.isBlank()) {
        add(region, ElementRoles.kind(region, size), stripped, nodes);
      }
      for (Element image : images) {
        add(region, Kind.IMAGE, "", List.of(image));
      }
    }
    text.setLength(0);
    nodes = new ArrayList<>();
    images.clear();
    size = 0;
    linkSize = 0;
  }

  private void add(Region region, Kind kind, String content, List<Node> of) {
    int letters = kind == Kind.IMAGE ? 0 : size;
    int linked = kind == Kind.IMAGE ? 0 : linkSize;
    blocks.add(
        new Block(
            blocks.size(),
            kind,
            ElementRoles.level(region, kind),
            region,
            of,
            content,
            letters,
            linked,
            TextMeasure.isProse(content, letters, linked)));
  }

  private static String strip(CharSequence text) {
    int start = 0;
    int end = text.length();
    while (start < end && TextMeasure.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && TextMeasure.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.subSequence(start, end).toString();
  }
}
