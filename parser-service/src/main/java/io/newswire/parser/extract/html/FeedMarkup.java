package io.newswire.parser.extract.html;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Mends what feeds do to the markup of an entry before it is markup again. */
public final class FeedMarkup {

  private static final Pattern CDATA_START = Pattern.compile("^\\s{0,99}(?:<|&lt;)!\\[CDATA\\[");
  private static final Pattern CDATA_END = Pattern.compile("]](?:>|&gt;)\\s{0,99}$");

  /** Paragraphs that were encoded once too often. */
  private static final Pattern ENCODED =
      Pattern.compile("^\\s{0,99}&lt;(p|div)(?:&gt;|\\s)", Pattern.CASE_INSENSITIVE);

  /** Where a tag follows another, or ends the text; a sentence about tags has words there. */
  private static final Pattern BETWEEN_OR_AFTER_TAGS = Pattern.compile("&gt;\\s{0,99}(?:&lt;|$)");

  private static final Pattern STRUCTURE =
      Pattern.compile(
          "<(?:p|br|div|ul|ol|dl|li|table|pre|blockquote|h[1-6]|section|article|figure|hr)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t\\r\\u00A0]*+\\n\\s*+");

  private static final int END = 120;

  private FeedMarkup() {}

  /** The markup as it was meant. */
  public static String mended(String html) {
    String markup = encodedTwice(withoutCdata(html));
    boolean plain = markup.indexOf('\n') >= 0 && !STRUCTURE.matcher(markup).find();
    return plain ? EMPTY_LINE.matcher(markup.strip()).replaceAll("<p>") : markup;
  }

  private static String withoutCdata(String html) {
    int tail = Math.max(0, html.length() - END);
    if (!CDATA_START.matcher(html).find()
        || !CDATA_END.matcher(html).region(tail, html.length()).find()) {
      return html;
    }
    String end = CDATA_END.matcher(html.substring(tail)).replaceFirst("");
    return CDATA_START.matcher(html.substring(0, tail) + end).replaceFirst("");
  }

  private static String encodedTwice(String html) {
    if (html.indexOf('<') >= 0) {
      return html;
    }
    var first = ENCODED.matcher(html);
    boolean closed = first.find() && html.contains("&lt;/" + first.group(1) + "&gt;");
    return closed && BETWEEN_OR_AFTER_TAGS.matcher(html).find()
        ? Parser.unescapeEntities(html, false)
        : html;
  }
}
