package io.newswire.fetcher.entry;

/**
 * What a reader sees of markup, roughly: tags, comments, scripts and white space left out. It is
 * only compared, never shown; attributes are left out because sites put session ids, view counters
 * and signatures into them that change with every request.
 */
final class VisibleText {

  private VisibleText() {}

  static String of(String markup) {
    StringBuilder text = new StringBuilder(Math.min(markup.length(), 4096));
    int i = 0;
    while (i < markup.length()) {
      char c = markup.charAt(i);
      if (c == '<' && opensTag(markup, i)) {
        i = afterTag(markup, i);
        space(text);
      } else {
        if (Character.isWhitespace(c)) {
          space(text);
        } else {
          text.append(c);
        }
        i++;
      }
    }
    return text.toString().strip();
  }

  private static void space(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private static boolean opensTag(String markup, int at) {
    if (at + 1 >= markup.length()) {
      return false;
    }
    char next = markup.charAt(at + 1);
    return next == '/'
        || next == '!'
        || next == '?'
        || (next >= 'a' && next <= 'z')
        || (next >= 'A' && next <= 'Z');
  }

  private static int afterTag(String markup, int at) {
    if (markup.startsWith("<!--", at)) {
      return after(markup, "-->", at + 4);
    }
    if (markup.regionMatches(true, at, "<script", 0, 7)) {
      return after(markup, "</script>", at + 7);
    }
    if (markup.regionMatches(true, at, "<style", 0, 6)) {
      return after(markup, "</style>", at + 6);
    }
    return after(markup, ">", at + 1);
  }

  private static int after(String markup, String end, int from) {
    int found = markup.indexOf(end, from);
    return found < 0 ? markup.length() : found + end.length();
  }
}
