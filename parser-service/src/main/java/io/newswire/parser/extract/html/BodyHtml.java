package io.newswire.parser.extract.html;

import io.newswire.parser.extract.ExtractedImage;
import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.metadata.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes blocks as plain HTML: structure and emphasis stay, everything else of the page goes. */
final class BodyHtml {

  /** Longer galleries are cut: each picture brings a caption, which many may share. */
  private static final int MOST_PICTURES = 500;

  private static final Set<String> KEPT_INLINE =
      Set.of(
          "a", "b", "strong", "i", "em", "code", "sub", "sup", "u", "s", "del", "ins", "q", "cite",
          "abbr", "mark", "kbd");

  private final Figures figures;
  private final String base;
  private final StringBuilder html = new StringBuilder();
  private int pictures;
  private String openList = "";
  private @Nullable Region openTable;
  private @Nullable Region openRow;

  private BodyHtml(Figures figures, String base) {
    this.figures = figures;
    this.base = base;
  }

  static String of(List<Block> blocks, Figures figures, String base) {
    BodyHtml writer = new BodyHtml(figures, base);
    blocks.forEach(writer::write);
    writer.closeList();
    writer.closeTable();
    return writer.html.toString();
  }

  private void write(Block block) {
    if (block.kind() != Kind.LIST_ITEM) {
      closeList();
    }
    if (block.kind() != Kind.CELL) {
      closeTable();
    }
    switch (block.kind()) {
      case PARAGRAPH -> element("p", block);
      case HEADING -> element("h" + Math.clamp(block.level(), 2, 6), block);
      case QUOTE -> {
        html.append("<blockquote>");
        element("p", block);
        html.append("</blockquote>\n");
      }
      case PREFORMATTED -> element("pre", block);
      case LIST_ITEM -> {
        openList(block);
        element("li", block);
      }
      case CELL -> cell(block);
      case IMAGE -> figure(block);
      case CAPTION -> {}
    }
  }

  private void openList(Block block) {
    String list = Tables.around(block.region(), "ol") == null ? "ul" : "ol";
    if (!openList.equals(list)) {
      closeList();
      html.append('<').append(list).append(">\n");
      openList = list;
    }
  }

  private void closeList() {
    if (!openList.isEmpty()) {
      html.append("</").append(openList).append(">\n");
      openList = "";
    }
  }

  private void cell(Block block) {
    Region table = Tables.around(block.region(), "table");
    Region row = Tables.around(block.region(), "tr");
    if (table != openTable) {
      closeTable();
      html.append("<table>\n");
      openTable = table;
    }
    if (row != openRow) {
      html.append(openRow == null ? "<tr>" : "</tr>\n<tr>");
      openRow = row;
    }
    element(Tables.around(block.region(), "th") == null ? "td" : "th", block);
  }

  private void closeTable() {
    if (openTable != null) {
      html.append(openRow == null ? "" : "</tr>\n").append("</table>\n");
      openTable = null;
      openRow = null;
    }
  }

  private void figure(Block block) {
    ExtractedImage image = pictures < MOST_PICTURES ? figures.image(block) : null;
    if (image == null || image.url() == null) {
      return;
    }
    pictures++;
    html.append("<figure><img src=\"").append(escape(image.url())).append('"');
    if (image.alt() != null) {
      html.append(" alt=\"").append(escape(image.alt())).append('"');
    }
    html.append('>');
    if (image.caption() != null) {
      html.append("<figcaption>").append(escape(image.caption())).append("</figcaption>");
    }
    html.append("</figure>\n");
  }

  private void element(String tag, Block block) {
    html.append('<').append(tag).append('>');
    List<Element> open = new ArrayList<>();
    for (Node node : block.nodes()) {
      adjust(open, inlineAround(node, block.region().element()));
      if (node instanceof TextNode text) {
        html.append(escape(text.getWholeText()));
      } else {
        html.append("<br>");
      }
    }
    adjust(open, List.of());
    html.append("</").append(tag).append(">\n");
  }

  /** The kept inline elements around a node, the outermost first. */
  private static List<Element> inlineAround(Node node, Element block) {
    List<Element> around = new ArrayList<>();
    for (Node up = node.parent();
        up instanceof Element element && element != block;
        up = up.parent()) {
      if (KEPT_INLINE.contains(element.normalName())) {
        around.addFirst(element);
      }
    }
    return around;
  }

  private void adjust(List<Element> open, List<Element> wanted) {
    int same = 0;
    while (same < open.size() && same < wanted.size() && open.get(same) == wanted.get(same)) {
      same++;
    }
    while (open.size() > same) {
      html.append("</").append(open.removeLast().normalName()).append('>');
    }
    for (Element element : wanted.subList(same, wanted.size())) {
      html.append('<').append(element.normalName());
      String link =
          element.normalName().equals("a") ? Addresses.absolute(element.attr("href"), base) : null;
      if (link != null) {
        html.append(" href=\"").append(escape(link)).append('"');
      }
      html.append('>');
      open.add(element);
    }
  }

  static String escape(String text) {
    return Entities.escape(
        text,
        new org.jsoup.nodes.Document.OutputSettings()
            .charset("UTF-8")
            .escapeMode(Entities.EscapeMode.xhtml));
  }
}
