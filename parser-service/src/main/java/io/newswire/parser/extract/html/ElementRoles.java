package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What the elements of HTML do on a page: which lay it out, which hold no text, what text is. */
final class ElementRoles {

  /** Elements whose content is no text of the page. */
  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "iframe",
          "object",
          "embed",
          "canvas",
          "audio",
          "video",
          "button",
          "input",
          "select",
          "textarea",
          "option",
          "datalist",
          "head",
          "title",
          "meta",
          "link",
          "map",
          "progress",
          "meter",
          "rt",
          "rp");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "legend",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul");

  private ElementRoles() {}

  /** Whether nothing inside is text of the page. */
  static boolean isSkipped(Element element) {
    return SKIPPED.contains(element.normalName());
  }

  /** Whether text inside stands apart from the text around. */
  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName());
  }

  /**
   * What text directly in a region is; {@code size} letters in a figure are its caption unless
   * there are many.
   */
  static Kind kind(Region innermost, int size) {
    for (Region region = innermost; region != null; region = region.parent()) {
      switch (region.element().normalName()) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          return Kind.HEADING;
        }
        case "figcaption", "caption" -> {
          return Kind.CAPTION;
        }
        case "figure" -> {
          return size < 500 ? Kind.CAPTION : Kind.PARAGRAPH;
        }
        case "li", "dd", "dt" -> {
          return Kind.LIST_ITEM;
        }
        case "pre" -> {
          return Kind.PREFORMATTED;
        }
        case "blockquote" -> {
          return Kind.QUOTE;
        }
        case "td", "th" -> {
          return Kind.CELL;
        }
        case "article", "main", "section", "body" -> {
          return Kind.PARAGRAPH;
        }
        default -> {}
      }
    }
    return Kind.PARAGRAPH;
  }

  /** Level of a heading, 1 to 6, or depth of the lists around an item; else 0. */
  static int level(Region innermost, Kind kind) {
    int level = 0;
    for (Region region = innermost; region != null; region = region.parent()) {
      String tag = region.element().normalName();
      if (kind == Kind.HEADING && tag.length() == 2 && tag.charAt(0) == 'h') {
        return tag.charAt(1) - '0';
      }
      if (kind != Kind.LIST_ITEM) {
        continue;
      }
      if (tag.equals("ul") || tag.equals("ol") || tag.equals("dl")) {
        level++;
      } else if (tag.equals("article") || tag.equals("main")) {
        break;
      }
    }
    return Math.min(level, 6);
  }
}
