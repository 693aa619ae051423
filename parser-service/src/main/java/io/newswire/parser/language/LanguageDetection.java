package io.newswire.parser.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.List;
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

  /** Share of words above which a text is Oromo; other Latin texts stay below half of it. */
  private static final double OROMO_SHARE = 0.12;

  private final TellingWords tellingWords = TellingWords.standard();
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
    Optional<String> byWords = byWords(sample);
    if (byWords.isPresent()) {
      return byWords.get();
    }
    Language language = detector.detectLanguageOf(sample);
    return switch (language) {
      case UNKNOWN -> hint.orElse(UNDETERMINED);
      case INDONESIAN, MALAY ->
          tellingWords.mostOf(sample, List.of("id", "ms")).orElse(tagOf(language));
      default -> tagOf(language);
    };
  }

  /** Languages that share a script with another, or that the library does not know. */
  private Optional<String> byWords(String sample) {
    return switch (Scripts.of(sample)) {
      case DEVANAGARI -> tellingWords.mostOf(sample, List.of("hi", "mr", "ne"));
      case ETHIOPIC ->
          tellingWords
              .mostOf(sample, List.of("am", "ti"))
              .or(() -> Optional.of(Scripts.ethiopic(sample)));
      case LATIN ->
          tellingWords.share(sample, "om") > OROMO_SHARE ? Optional.of("om") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String tagOf(Language language) {
    return language.getIsoCode639_1().toString();
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
