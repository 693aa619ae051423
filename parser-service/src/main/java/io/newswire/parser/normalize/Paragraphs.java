package io.newswire.parser.normalize;

/** Plain texts of a feed. */
final class Paragraphs {

  private Paragraphs() {}

  /** The text as it is, with line ends of one kind and without empty lines at its ends. */
  static String ofText(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    int start = 0;
    int end = lines.length();
    while (start < end && isBlank(lines.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(lines.charAt(end - 1))) {
      end--;
    }
    return lines.substring(start, end);
  }

  /** ASCII's blanks only: others may be meant. */
  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
  }
}
