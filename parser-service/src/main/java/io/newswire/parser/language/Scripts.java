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
   * Tigrinya spells a glottal vowel with U+12A3 where Amharic has U+12A0, and has the row of U+1250
   * of its own.
   */
  static String ethiopic(String text) {
    long tigrinya =
        text.codePoints().filter(c -> c == 0x12A3 || c >= 0x1250 && c <= 0x125F).count();
    long amharic = text.codePoints().filter(c -> c == 0x12A0).count();
    return tigrinya > amharic ? "ti" : "am";
  }
}
