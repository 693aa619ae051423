package io.newswire.parser.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.RuleBasedBreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Counts the words of a text and estimates the minutes it takes to read.
 *
 * <p>Words are those of UAX #29 as ICU finds them, by dictionary in Chinese, Japanese, Thai, Lao,
 * Khmer and Burmese. Reading speed is that of silent reading for comprehension: 238 words a minute
 * (Brysbaert, "How many words do we read per minute?", 2019); where words are not what readers
 * count by, characters a minute: 255 of Chinese, 357 of Japanese text (Trauzettel-Klosinski and
 * Dietz, "Standardized assessment of reading performance: IReST", 2012).
 *
 * @param words number of words
 * @param minutes time to read, rounded up; 0 without a word
 */
public record ReadingTime(int words, int minutes) {

  private static final double WORDS_A_MINUTE = 238;
  private static final double CHINESE_CHARACTERS_A_MINUTE = 255;
  private static final double JAPANESE_CHARACTERS_A_MINUTE = 357;

  /** Measures a text of any language, or of several. */
  public static ReadingTime of(String text) {
    BreakIterator iterator = BreakIterator.getWordInstance(ULocale.ROOT);
    iterator.setText(text);
    int words = 0;
    int spacedWords = 0;
    for (int start = iterator.first(), end = iterator.next();
        end != BreakIterator.DONE;
        start = end, end = iterator.next()) {
      if (iterator.getRuleStatus() < RuleBasedBreakIterator.WORD_NUMBER) {
        continue;
      }
      words++;
      if (!isCjk(text.codePointAt(start))) {
        spacedWords++;
      }
    }
    return new ReadingTime(words, minutes(text, spacedWords));
  }

  private static int minutes(String text, int spacedWords) {
    int kana = 0;
    int han = 0;
    for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      kana += isKana(c) ? 1 : 0;
      han += script(c) == Character.UnicodeScript.HAN ? 1 : 0;
    }
    boolean japanese = kana * 10 > han;
    double speed = japanese ? JAPANESE_CHARACTERS_A_MINUTE : CHINESE_CHARACTERS_A_MINUTE;
    return (int) Math.ceil(spacedWords / WORDS_A_MINUTE + (kana + han) / speed);
  }

  private static boolean isCjk(int c) {
    return isKana(c) || script(c) == Character.UnicodeScript.HAN;
  }

  private static boolean isKana(int c) {
    Character.UnicodeScript script = script(c);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }

  private static Character.UnicodeScript script(int c) {
    return c < 0x2E80 ? Character.UnicodeScript.COMMON : Character.UnicodeScript.of(c);
  }
}
