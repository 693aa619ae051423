package io.newswire.fetcher.feed;

import java.util.Locale;
import java.util.Set;

/** Tells HTML from plain text where a format does not say which it is. */
final class HtmlText {

  private static final Set<String> TAGS =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "address",
          "article",
          "aside",
          "audio",
          "b",
          "big",
          "blockquote",
          "br",
          "button",
          "caption",
          "center",
          "cite",
          "code",
          "col",
          "dd",
          "del",
          "dfn",
          "div",
          "dl",
          "dt",
          "em",
          "embed",
          "figcaption",
          "figure",
          "font",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "kbd",
          "label",
          "li",
          "link",
          "main",
          "map",
          "mark",
          "nav",
          "nobr",
          "object",
          "ol",
          "p",
          "param",
          "picture",
          "pre",
          "q",
          "s",
          "samp",
          "script",
          "section",
          "small",
          "source",
          "span",
          "strike",
          "strong",
          "style",
          "sub",
          "sup",
          "svg",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "tt",
          "u",
          "ul",
          "var",
          "video",
          "wbr");

  private HtmlText() {}

  /** Whether HTML has an element of this lower-case name that is used in texts. */
  static boolean isTag(String name) {
    return TAGS.contains(name);
  }

  /** How the value of a captured element is to be read. */
  static TextType typeOf(Capture capture, String value, boolean atom) {
    if (capture.hasChildren()) {
      return TextType.HTML;
    }
    return switch (capture.kind()) {
      case MARKUP -> TextType.HTML;
      case HTML ->
          atom || isBodyText(capture.field()) || looksLikeHtml(value)
              ? TextType.HTML
              : TextType.TEXT;
      case TEXT -> !atom && looksLikeHtml(value) ? TextType.HTML : TextType.TEXT;
      case BASE64 -> looksLikeHtml(value) ? TextType.HTML : TextType.TEXT;
    };
  }

  private static boolean isBodyText(Field field) {
    return field == Field.CONTENT_ENCODED || field == Field.CONTENT || field == Field.DESCRIPTION;
  }

  /** Whether all tags and references in {@code text} are those of HTML, and there are some. */
  static boolean looksLikeHtml(String text) {
    boolean found = false;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      int start = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
      int end = start;
      while (end < text.length()
          && end - start < 12
          && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end > start) {
        if (!TAGS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
          return false;
        }
        found = true;
      }
    }
    for (int at = text.indexOf('&'); at >= 0 && !found; at = text.indexOf('&', at + 1)) {
      int end = text.indexOf(';', at);
      if (end < 0) {
        break;
      }
      found =
          end - at > 2
              && (text.charAt(at + 1) == '#'
                  || Entities.named(text.substring(at + 1, end)) != null);
    }
    return found;
  }
}
