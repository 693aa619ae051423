package io.newswire.parser.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells close languages apart by frequent words that only one of them uses; the words are data. */
final class TellingWords {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final Map<String, Set<String>> words;

  private TellingWords(Map<String, Set<String>> words) {
    this.words = Map.copyOf(words);
  }

  static TellingWords standard() {
    try (InputStream list = TellingWords.class.getResourceAsStream("telling-words.txt")) {
      if (list == null) {
        throw new IllegalStateException("telling-words.txt is not on the class path");
      }
      Map<String, Set<String>> words = new HashMap<>();
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(":", 2))
          .forEach(line -> words.put(line[0], Set.of(line[1].strip().split("\\s+"))));
      return new TellingWords(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of the languages most of whose words the text has; nothing where none or two lead. */
  Optional<String> mostOf(String text, Collection<String> languages) {
    List<String> tokens = tokens(text);
    String best = null;
    long most = 0;
    boolean tie = false;
    for (String language : languages) {
      long hits = hits(tokens, language);
      tie = hits == most && hits > 0 || tie && hits < most;
      if (hits > most) {
        best = language;
        most = hits;
        tie = false;
      }
    }
    return tie ? Optional.empty() : Optional.ofNullable(best);
  }

  /** The share of the text's words, 0 to 1, that tell the language. */
  double share(String text, String language) {
    List<String> tokens = tokens(text);
    return tokens.isEmpty() ? 0 : (double) hits(tokens, language) / tokens.size();
  }

  private long hits(List<String> tokens, String language) {
    Set<String> telling = words.getOrDefault(language, Set.of());
    return tokens.stream().filter(telling::contains).count();
  }

  private static List<String> tokens(String text) {
    return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
        .filter(token -> !token.isEmpty())
        .toList();
  }
}
