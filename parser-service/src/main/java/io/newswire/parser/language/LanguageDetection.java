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

  /** Letters of a sentence or two: up to here a declared language tips the scales. */
  private static final int FEW_WORDS = 150;

  /** Of the likeliest language's confidence; a language of quite another text has less. */
  private static final double AS_LIKELY = 0.9;

  /** Characters of a text that are looked at: more change nothing but the time. */
  private static final int SAMPLE = 2_000;

  /** Share of words above which a text is Oromo; other Latin texts stay below half of it. */
  private static final double OROMO_SHARE = 0.12;

  /** Fewer different words are those of some other language by chance. */
  private static final int OROMO_WORDS = 3;

  private final FrequentWords frequentWords = FrequentWords.standard();
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
    long letters = letters(sample);
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
    return switch (Scripts.of(sample)) {
      case DEVANAGARI ->
          tellingWords
              .within(sample, "hi")
              .orElseGet(() -> statistics(sample).or(() -> hint).orElse("hi"));
      case ETHIOPIC -> ethiopic(sample);
      case LATIN -> isOromo(sample) ? "om" : close(sample, hint);
      default -> close(sample, hint);
    };
  }

  /** What the statistics say, corrected among languages that they confuse. */
  private String close(String sample, Optional<String> hint) {
    Optional<String> guess = statistics(sample);
    if (guess.isEmpty()) {
      return hint.orElse(UNDETERMINED);
    }
    Optional<String> byWords = frequentWords.insteadOf(guess.get(), sample);
    String language = byWords.orElse(guess.get());
    if (language.equals("kk") && !Scripts.isKazakh(sample)) {
      boolean belarusian = sample.indexOf('ў') >= 0 || sample.indexOf('і') >= 0;
      return sample.indexOf('ы') < 0 ? "uk" : belarusian ? "be" : "ru";
    }
    Optional<String> told = tellingWords.within(sample, language).or(() -> byWords);
    return told.orElseGet(() -> hint.filter(h -> isAsLikely(h, sample)).orElse(language));
  }

  /** Whether a sentence is nearly as likely of a language as of the one that is likeliest. */
  private boolean isAsLikely(String declared, String sample) {
    return letters(sample) < FEW_WORDS
        && detector.computeLanguageConfidenceValues(sample).entrySet().stream()
            .anyMatch(l -> tagOf(l.getKey()).equals(declared) && l.getValue() >= AS_LIKELY);
  }

  private static long letters(String sample) {
    return sample.codePoints().filter(Character::isLetter).count();
  }

  private Optional<String> statistics(String sample) {
    Language language = detector.detectLanguageOf(sample);
    return language == Language.UNKNOWN ? Optional.empty() : Optional.of(tagOf(language));
  }

  private String ethiopic(String sample) {
    double tigrinya =
        Scripts.tigrinya(sample)
            + 2 * (tellingWords.count(sample, "ti") - tellingWords.count(sample, "am"));
    return tigrinya > 0.5 ? "ti" : "am";
  }

  /** The library does not know Oromo, which is written in the letters of ASCII. */
  private boolean isOromo(String sample) {
    return Scripts.isAscii(sample)
        && tellingWords.different(sample, "om") >= OROMO_WORDS
        && tellingWords.share(sample, "om") > OROMO_SHARE;
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
