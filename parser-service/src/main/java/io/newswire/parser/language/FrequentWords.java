package io.newswire.parser.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A second opinion on short texts: the words that hold a language together make up a third of any
 * text of it, and the letters of a few names cannot hide them.
 */
final class FrequentWords {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** The share of words, of which that many more must be of another language than of the guess. */
  private static final double LEAD = 0.15;

  private static final int FEWEST = 2;

  private final Map<String, Set<String>> words;

  private FrequentWords(Map<String, Set<String>> words) {
    this.words = words;
  }

  static FrequentWords standard() {
    try (InputStream list = FrequentWords.class.getResourceAsStream("frequent-words.txt")) {
      if (list == null) {
        throw new IllegalStateException("frequent-words.txt is not on the class path");
      }
      Map<String, Set<String>> words = new TreeMap<>();
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(":", 2))
          .forEach(line -> words.put(line[0], Set.copyOf(List.of(line[1].strip().split("\\s+")))));
      return new FrequentWords(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The language that clearly more of the text's words are of than of the guess, if there is one; a
   * guess whose words are not known is kept.
   */
  Optional<String> insteadOf(String guess, String text) {
    if (!words.containsKey(guess)) {
      return Optional.empty();
    }
    List<String> tokens =
        NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(t -> !t.isEmpty()).toList();
    long ofGuess = hits(tokens, guess);
    String best = guess;
    long most = ofGuess;
    boolean tie = false;
    for (String language : words.keySet()) {
      long hits = hits(tokens, language);
      tie = hits == most && !language.equals(best) || tie && hits < most;
      if (hits > most) {
        best = language;
        most = hits;
      }
    }
    boolean clear = most >= FEWEST && most - ofGuess > LEAD * tokens.size();
    return clear && !tie ? Optional.of(best) : Optional.empty();
  }

  private long hits(List<String> tokens, String language) {
    Set<String> frequent = words.getOrDefault(language, Set.of());
    return tokens.stream().filter(frequent::contains).count();
  }
}
