package io.newswire.parser.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Languages that their script gives away. */
final class Scripts {

  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.BENGALI, "bn"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.THAANA, "dv"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.TIBETAN, "bo"));

  private Scripts() {}

  /**
   * The language whose script most letters are of; nothing where that script writes several
   * languages.
   */
  static Optional<String> language(String text) {
    return Optional.ofNullable(LANGUAGES.get(of(text)));
  }

  /** The script of most letters; {@link UnicodeScript#COMMON} without a letter. */
  static UnicodeScript of(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }

  /**
   * How much the spelling of an Ethiopic text speaks for Tigrinya, and against Amharic where it is
   * below 0: Tigrinya begins words with U+12A3 where Amharic has U+12A0, has the rows of U+1250 and
   * U+12B8 of its own, and keeps the throat consonants (the rows of U+1210 and U+12D0) that Amharic
   * has mostly lost.
   */
  static double tigrinya(String text) {
    return text.codePoints()
        .mapToDouble(
            c ->
                c == 0x12A3 || c >= 0x1250 && c <= 0x125F || c >= 0x12B8 && c <= 0x12BE
                    ? 1
                    : c == 0x12A0 ? -1 : c >= 0x1210 && c <= 0x1217 || c == 0x12D5 ? 0.5 : 0)
        .sum();
  }

  /** Whether a Cyrillic text has letters that Kazakh uses and its neighbours do not. */
  static boolean isKazakh(String text) {
    return text.codePoints().map(Character::toLowerCase).anyMatch(c -> "әғқңөұүһ".indexOf(c) >= 0);
  }

  /** Whether all letters are of ASCII. */
  static boolean isAscii(String text) {
    return text.codePoints().filter(Character::isLetter).allMatch(c -> c < 0x80);
  }
}
