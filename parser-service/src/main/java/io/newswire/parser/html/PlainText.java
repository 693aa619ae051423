package io.newswire.parser.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Short texts of a feed (titles, names, categories) as the plain text that a reader should see. */
public final class PlainText {

  private static final Pattern LINE_BREAKS =
      Pattern.compile("(?<![ \\t\\f])[ \\t\\f]*+[\\r\\n][ \\t\\f\\r\\n]*+");
  private static final Pattern TAG_OPEN =
      Pattern.compile("<(?!/?([a-zA-Z][a-zA-Z0-9]*)(?=[\\s/>])|!--)");
  private static final Pattern TAG_NAME = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)(?=[\\s/>])");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{2,31});");

  /** Elements that titles are really written with, and those that must never be taken for text. */
  private static final Set<String> MARKUP =
      Set.of(
          "a",
          "abbr",
          "b",
          "bdi",
          "bdo",
          "big",
          "blockquote",
          "br",
          "button",
          "center",
          "cite",
          "code",
          "del",
          "dfn",
          "div",
          "em",
          "embed",
          "figure",
          "font",
          "form",
          "frame",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "i",
          "iframe",
          "img",
          "input",
          "ins",
          "kbd",
          "li",
          "link",
          "mark",
          "math",
          "meta",
          "nobr",
          "noscript",
          "object",
          "ol",
          "p",
          "pre",
          "q",
          "s",
          "samp",
          "script",
          "small",
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
          "template",
          "th",
          "time",
          "tr",
          "tt",
          "u",
          "ul",
          "var",
          "video",
          "wbr");

  /** What browsers take for the start of a tag or a comment; none has white space behind it. */
  private static final Pattern TAG_START = Pattern.compile("<(?=[a-zA-Z/!?])");

  /**
   * A tag of an element that runs by itself, or that turns what is in it to other markup than it
   * seems. One such as {@code <img>} alone is none.
   */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?i)</?(?:script|iframe|frame|frameset|object|embed|applet|portal|base|meta|link|style|form|isindex"
              + "|svg|math|template|noscript|noembed|noframes|textarea|title|xmp|plaintext|listing"
              + "|input|select|button|video|audio|dialog|marquee)[\\s/>]");

  /** What runs or loads within a tag: an event handler, a style, an address. */
  private static final Pattern ACTIVE_ATTRIBUTE =
      Pattern.compile(
          "(?i)[\\s/\"'`](?:on[a-z]{3,30}|style|srcdoc|srcset|(?:xlink:)?href|src|action|formaction|data"
              + "|background|poster|cite|ping|datetime)\\s{0,5}=|(?:javascript|vbscript|data)\\s{0,5}:");

  private PlainText() {}

  /**
   * A plain text that does not run if somebody takes it for HTML: where it would, a space behind
   * each "&lt;" of a tag makes it the text that it is, with all its words.
   */
  public static String inert(String text) {
    Matcher tag = TAG_START.matcher(text);
    boolean active =
        tag.find()
            && (ACTIVE.matcher(text).find(tag.start())
                || ACTIVE_ATTRIBUTE.matcher(text).find(tag.end()));
    return active ? TAG_START.matcher(text).replaceAll("< ") : text;
  }

  /**
   * A text that is no markup: nothing is decoded. Only white space is tidied: none at the ends, and
   * a line break or tab with what surrounds it is one space.
   */
  public static String ofText(String text) {
    return LINE_BREAKS.matcher(trimmed(text)).replaceAll(" ");
  }

  /**
   * A short text in HTML: markup removed and entities decoded, once. A "&lt;" that starts no
   * element of HTML is what a writer meant to be seen, as in "5 &lt; 6".
   */
  public static String ofHtml(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
      return ofText(html);
    }
    if (html.indexOf('<') < 0) {
      return ofText(Parser.unescapeEntities(html, false));
    }
    Document document =
        Jsoup.parse("<body>" + withLiteralAngles(html), "", Parser.htmlParser().setMaxDepth(256));
    document.select("script, style, template, noscript, iframe, object").remove();
    return ofText(document.body().text());
  }

  /**
   * A text of unknown encoding: entities that survived one decoding too few are decoded, markup is
   * not looked for.
   */
  public static String ofLabel(String label) {
    return ofText(ENTITY.matcher(label).find() ? Parser.unescapeEntities(label, false) : label);
  }

  private static String withLiteralAngles(String html) {
    String escaped = TAG_OPEN.matcher(html).replaceAll("&lt;");
    return TAG_NAME
        .matcher(escaped)
        .replaceAll(
            tag ->
                Matcher.quoteReplacement(
                    MARKUP.contains(tag.group(1).toLowerCase(Locale.ROOT))
                        ? tag.group()
                        : "&lt;" + tag.group().substring(1)));
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isAsciiSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isAsciiSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isAsciiSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
