package io.newswire.parser.extract.date;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.ULocale.AvailableType;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of months. In the language of the text they are those of Unicode's CLDR, as ICU carries
 * them; the list that comes with the parser knows the main languages for texts that declare none or
 * a wrong one. The language comes first, as names mean different months in different languages:
 * {@code listopad} is November in Polish and October in Croatian.
 */
final class MonthNames {

  /** For any other language ICU would answer in that of the machine. */
  private static final Set<String> CLDR_LANGUAGES =
      ULocale.getAvailableLocalesByType(AvailableType.WITH_LEGACY_ALIASES).stream()
          .map(ULocale::getLanguage)
          .collect(Collectors.toUnmodifiableSet());

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII");

  private final Map<String, Integer> known = new HashMap<>();
  private final Set<String> persian = new HashSet<>();
  private final Map<String, Map<String, Integer>> byLanguage = new ConcurrentHashMap<>();

  private MonthNames() {}

  static MonthNames load() {
    MonthNames names = new MonthNames();
    for (String line : WordLists.read("months")) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        names.known.putIfAbsent(words[i], Integer.valueOf(words[0]));
      }
    }
    for (String line : WordLists.read("persian-months")) {
      String[] words = line.split(" ");
      names.known.putIfAbsent(words[1], Integer.valueOf(words[0]));
      names.persian.add(words[1]);
    }
    return names;
  }

  /** The number of a month, 1 to 12; null where the word names none. */
  @Nullable Integer number(String word, @Nullable String language) {
    String folded = withoutPrefix(folded(word));
    Integer own = language == null ? null : ofLanguage(language).get(folded);
    return own == null ? known.get(folded) : own;
  }

  /** The number of a month in Roman numerals, or null. They are words in many languages. */
  static @Nullable Integer roman(String numeral) {
    int index = ROMAN.indexOf(numeral);
    return index < 0 ? null : index + 1;
  }

  /** Whether a word names a month of the Persian calendar. */
  boolean isPersian(String word) {
    return persian.contains(word);
  }

  /** Thai abbreviations have points within, some Arabic names two words. */
  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[.\\s]", "");
  }

  /** Hebrew writes "in" and the month as one word. */
  private static String withoutPrefix(String word) {
    return word.length() > 3 && word.charAt(0) == 'ב' ? word.substring(1) : word;
  }

  private Map<String, Integer> ofLanguage(String tag) {
    String written = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    String primary = ULocale.forLanguageTag(written).getLanguage();
    return CLDR_LANGUAGES.contains(primary)
        ? byLanguage.computeIfAbsent(primary, MonthNames::ofCldr)
        : Map.of();
  }

  private static Map<String, Integer> ofCldr(String language) {
    DateFormatSymbols symbols =
        DateFormatSymbols.getInstance(ULocale.forLanguageTag(language + "-u-ca-gregory"));
    Map<String, Integer> names = new HashMap<>();
    for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
      for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
        String[] months = symbols.getMonths(context, width);
        for (int i = 0; i < 12; i++) {
          String name = folded(months[i]);
          if (name.length() > 1 && Character.isLetter(name.charAt(0))) {
            names.putIfAbsent(name, i + 1);
          }
        }
      }
    }
    return Map.copyOf(names);
  }
}
