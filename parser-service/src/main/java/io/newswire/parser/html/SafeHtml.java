package io.newswire.parser.html;

import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes article markup safe to show on any page, by an allow-list: text-level and block elements,
 * tables, images and links, and nothing that runs, styles, submits, frames or loads. Links and
 * images are absolute http(s) (links may be mailto); every link carries {@code rel="noopener
 * nofollow"}. Everything else is dropped; the text of unknown elements stays.
 */
public final class SafeHtml {

  /** Deeper markup is flattened by the parser: no stack grows with the input. */
  private static final int MAX_DEPTH = 256;

  /**
   * No article has more; the text of further links stays. Checking an address is the costliest
   * step.
   */
  private static final int MOST_LINKS = 5_000;

  private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0\\u200B]*");

  private final Cleaner cleaner = new Cleaner(allowed());

  private static Safelist allowed() {
    return new Safelist()
        .addTags(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "q",
            "cite",
            "pre",
            "code",
            "kbd",
            "samp",
            "var",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "figure",
            "figcaption",
            "img",
            "a",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "s",
            "del",
            "ins",
            "sub",
            "sup",
            "small",
            "mark",
            "abbr",
            "time",
            "bdi",
            "bdo",
            "ruby",
            "rb",
            "rt",
            "rp",
            "wbr",
            "div",
            "span",
            "section",
            "article",
            "details",
            "summary")
        .addAttributes("a", "href", "title", "hreflang")
        .addAttributes("img", "src", "alt", "title", "width", "height")
        .addAttributes("blockquote", "cite")
        .addAttributes("q", "cite")
        .addAttributes("ol", "start", "reversed")
        .addAttributes("li", "value")
        .addAttributes("td", "colspan", "rowspan")
        .addAttributes("th", "colspan", "rowspan", "scope")
        .addAttributes("time", "datetime")
        .addAttributes("abbr", "title")
        .addAttributes(":all", "lang", "dir")
        .addProtocols("a", "href", "http", "https", "mailto")
        .addProtocols("img", "src", "http", "https")
        .addProtocols("blockquote", "cite", "http", "https")
        .addProtocols("q", "cite", "http", "https")
        .addEnforcedAttribute("a", "rel", "noopener nofollow");
  }

  /**
   * @param html untrusted markup
   * @param baseUrl what relative references are resolved against; empty drops them
   * @return the safe markup, one top-level element a line; empty where nothing remains
   */
  public String sanitize(String html, String baseUrl) {
    Document dirty =
        Jsoup.parse("<body>" + html, baseUrl, Parser.htmlParser().setMaxDepth(MAX_DEPTH));
    dirty.select("a").stream().skip(MOST_LINKS).forEach(SafeHtml::disarm);
    Document clean = cleaner.clean(dirty);
    clean.outputSettings().prettyPrint(false).charset("UTF-8");
    dropPixelsAndBareLinks(clean.body());
    return lines(clean.body());
  }

  /** Plain text as paragraphs: every character that means something in HTML is escaped. */
  public String ofText(String text) {
    StringJoiner paragraphs = new StringJoiner("\n");
    for (String paragraph : text.split("\\n[ \\t]*\\n\\s*")) {
      if (!paragraph.isBlank()) {
        String lines =
            paragraph.strip().lines().map(Entities::escape).collect(Collectors.joining("<br>"));
        paragraphs.add("<p>" + lines + "</p>");
      }
    }
    return paragraphs.toString();
  }

  private static void disarm(Element link) {
    link.clearAttributes();
    link.tagName("span");
  }

  private static void dropPixelsAndBareLinks(Element body) {
    for (Element image : body.select("img")) {
      if (!image.hasAttr("src") || isPixel(image.attr("width")) || isPixel(image.attr("height"))) {
        image.remove();
      }
    }
    for (Element link : body.select("a:not([href])")) {
      link.unwrap();
    }
  }

  /** Images of one pixel count readers. */
  private static boolean isPixel(String size) {
    return size.equals("0") || size.equals("1") || size.equals("1px") || size.equals("0px");
  }

  private static String lines(Element body) {
    StringJoiner lines = new StringJoiner("\n");
    StringBuilder inline = new StringBuilder();
    for (Node node : body.childNodes()) {
      if (node instanceof Comment) {
        continue;
      }
      if (node instanceof Element element && element.isBlock()) {
        addLine(lines, inline.toString());
        inline.setLength(0);
        if (element.hasText() || element.selectFirst("img, hr") != null) {
          lines.add(element.outerHtml());
        }
      } else {
        inline.append(node instanceof TextNode text ? text.outerHtml() : node.outerHtml());
      }
    }
    addLine(lines, inline.toString());
    return lines.toString();
  }

  private static void addLine(StringJoiner lines, String inline) {
    if (!BLANK.matcher(inline).matches()) {
      lines.add(inline.strip());
    }
  }
}
