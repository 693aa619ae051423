package io.newswire.parser.extract.html;

/** Measures of text that mean the same in every script. */
public final class TextMeasure {

  private static final String SENTENCE_END = ".!?…。！？｡۔؟।॥።։:;\u203D";
  private static final String CLOSING = "\"'”’»«“‘）)]】」』›*";

  /** Characters from which on a line in a script without full stops is taken for a sentence. */
  private static final int LONG_LINE = 40;

  private static final int LONGEST_STANZA = 4000;
  private static final int SHORTEST_VERSE = 8;

  private TextMeasure() {}

  /**
   * Letters and digits; a character of a script written without spaces counts as three, a Korean
   * syllable as two.
   */
  public static int size(CharSequence text) {
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      size += weight(text.charAt(i));
    }
    return size;
  }

  static int weight(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? 1 : 0;
    }
    if (isIdeographic(c)) {
      return 3;
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
      return 2;
    }
    return Character.isLetterOrDigit(c) || Character.isHighSurrogate(c) ? 1 : 0;
  }

  private static boolean isIdeographic(char c) {
    return (c >= 0x3041 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF);
  }

  /** Whether the text ends as a sentence does, closing quotation marks and brackets aside. */
  public static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0
        && (CLOSING.indexOf(text.charAt(end - 1)) >= 0 || isSpace(text.charAt(end - 1)))) {
      end--;
    }
    return end > 0
        && (SENTENCE_END.indexOf(text.charAt(end - 1)) >= 0
            || (end >= LONG_LINE && isWithoutStops(text.charAt(end - 1))));
  }

  /** Thai, Lao, Tibetan and Khmer, which end a sentence with a space or nothing. */
  private static boolean isWithoutStops(char c) {
    return (c >= 0x0E00 && c <= 0x0FFF) || (c >= 0x1780 && c <= 0x17FF);
  }

  /** The number of commas and sentence ends of any script inside the text. */
  public static int punctuation(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '、' || c == '，' || c == '،' || SENTENCE_END.indexOf(c) >= 0) {
        count++;
      }
    }
    return count;
  }

  /**
   * Whether a block is of short lines of words alone, as poems and songs are; addresses and hours
   * have digits, lists of places links.
   */
  static boolean isVerse(Block block) {
    String text = block.text();
    if (block.linkSize() > 0 || text.length() > LONGEST_STANZA || text.indexOf('@') >= 0) {
      return false;
    }
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return false;
      }
      lines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return lines >= 3 && block.size() >= lines * SHORTEST_VERSE && block.size() <= lines * 60;
  }

  /** White space that HTML collapses, and the no-break space. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00A0';
  }

  /** Words, or characters where the script is written without spaces. */
  public static int words(String text) {
    int words = 0;
    boolean in = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isIdeographic(c)) {
        words++;
        in = false;
      } else if (weight(c) > 0) {
        words += in ? 0 : 1;
        in = true;
      } else if (c != '\'' && c != '’' && c != '-') {
        in = false;
      }
    }
    return words;
  }

  /**
   * Whether a text is of sentences and outside links: long enough, with what ends or parts them.
   *
   * @param size letters of the text, as {@link #size} counts them
   * @param linkSize the part of size that is inside links
   */
  static boolean isProse(String text, int size, int linkSize) {
    return size >= 40
        && linkSize < 0.5 * size
        && (endsSentence(text) || punctuation(text) >= 2)
        && !isNumbers(text, size);
  }

  /** Dates, times and scores are punctuated like sentences. */
  private static boolean isNumbers(String text, int size) {
    int digits = 0;
    for (int i = 0; size < 120 && i < text.length(); i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return 2 * digits > size;
  }
}
