package io.newswire.parser.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text. The text decides; what the publisher declares is a hint for texts
 * that are too short to tell, since templates often declare a language the articles are not in.
 */
public final class LanguageDetection {

  /** The BCP 47 tag for a language that cannot be told. */
  public static final String UNDETERMINED = "und";

  /** Letters below which a declared language is believed rather than the text. */
  private static final int FEW_LETTERS = 24;

  /** Characters of a text that are looked at: more change nothing but the time. */
  private static final int SAMPLE = 2_000;

  private final LanguageDetector detector =
      LanguageDetectorBuilder.fromAllLanguages().withLowAccuracyMode().build();

  /**
   * @param text plain text
   * @param declared the language that the publisher declares, in any of the forms found in feeds
   *     and pages
   * @return the primary language as BCP 47 tag, {@value #UNDETERMINED} where nothing tells
   */
  public String detect(String text, @Nullable String declared) {
    Optional<String> hint = tag(declared);
    String sample = sample(text);
    long letters = sample.codePoints().filter(Character::isLetter).count();
    if (letters < FEW_LETTERS && hint.isPresent()) {
      return hint.get();
    }
    if (letters == 0) {
      return UNDETERMINED;
    }
    Optional<String> byScript = Scripts.language(sample);
    if (byScript.isPresent()) {
      return byScript.get();
    }
    Language language = detector.detectLanguageOf(sample);
    return language == Language.UNKNOWN
        ? hint.orElse(UNDETERMINED)
        : language.getIsoCode639_1().toString();
  }

  private static String sample(String text) {
    int end = text.offsetByCodePoints(0, Math.min(SAMPLE, text.codePointCount(0, text.length())));
    return text.substring(0, end);
  }

  /** The primary language of a declaration such as "en-GB", "en_US", "EN" or "English". */
  static Optional<String> tag(@Nullable String declared) {
    if (declared == null) {
      return Optional.empty();
    }
    String language =
        ULocale.forLanguageTag(declared.strip().replace('_', '-'))
            .getLanguage()
            .toLowerCase(Locale.ROOT);
    return language.isEmpty() || language.equals(UNDETERMINED) || !isKnown(language)
        ? Optional.empty()
        : Optional.of(modern(language));
  }

  private static boolean isKnown(String language) {
    return !ULocale.getDisplayLanguage(language, ULocale.ENGLISH).equals(language);
  }

  private static String modern(String language) {
    return switch (language) {
      case "iw" -> "he";
      case "in" -> "id";
      case "ji" -> "yi";
      case "no" -> "nb";
      case "fil" -> "tl";
      default -> language;
    };
  }
}
