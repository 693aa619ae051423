package io.newswire.parser.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells close languages apart by frequent words that not all of them have; the words are data. */
final class TellingWords {

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}'’]+");

  /** A word that an apostrophe begins, as in Catalan, is two. */
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");

  private record Words(Set<String> whole, List<String> endings) {

    boolean contain(String token) {
      return whole.contains(token)
          || endings.stream().anyMatch(e -> token.length() > e.length() + 2 && token.endsWith(e));
    }
  }

  private final Map<String, Map<String, Words>> groups;

  private TellingWords(Map<String, Map<String, Words>> groups) {
    this.groups = groups;
  }

  static TellingWords standard() {
    try (InputStream list = TellingWords.class.getResourceAsStream("telling-words.txt")) {
      if (list == null) {
        throw new IllegalStateException("telling-words.txt is not on the class path");
      }
      return read(new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TellingWords read(List<String> lines) {
    Map<String, Map<String, Words>> groups = new HashMap<>();
    Map<String, Set<String>> group = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.startsWith("=")) {
        add(groups, group);
        group = new LinkedHashMap<>();
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(":", 2);
        group.put(parts[0], new HashSet<>(List.of(parts[1].strip().split("\\s+"))));
      }
    }
    add(groups, group);
    return new TellingWords(Map.copyOf(groups));
  }

  private static void add(
      Map<String, Map<String, Words>> groups, Map<String, Set<String>> languages) {
    Map<String, Words> group = new LinkedHashMap<>();
    languages.forEach(
        (language, words) -> {
          Set<String> telling = new HashSet<>(words);
          telling.removeIf(
              word ->
                  languages.size() > 1
                      && languages.values().stream().allMatch(all -> all.contains(word)));
          List<String> endings =
              telling.stream().filter(w -> w.startsWith("-")).map(w -> w.substring(1)).toList();
          group.put(language, new Words(Set.copyOf(telling), endings));
          groups.put(language, group);
        });
  }

  /**
   * The language of a group that most of the text's telling words are of.
   *
   * @param guess the language of the group that is kept where it is among several that lead; else
   *     the first of them in the list is
   * @return nothing where no word tells, or the guess has no neighbours
   */
  Optional<String> within(String text, String guess) {
    List<String> tokens = tokens(text);
    List<String> leading = new ArrayList<>();
    long most = 1;
    for (Map.Entry<String, Words> candidate : groups.getOrDefault(guess, Map.of()).entrySet()) {
      long hits = tokens.stream().filter(candidate.getValue()::contain).count();
      if (hits > most) {
        leading.clear();
        most = hits;
      }
      if (hits == most) {
        leading.add(candidate.getKey());
      }
    }
    return leading.contains(guess) ? Optional.of(guess) : leading.stream().findFirst();
  }

  /** The number of the text's words that tell the language from its neighbours. */
  long count(String text, String language) {
    Words words = groups.getOrDefault(language, Map.of()).get(language);
    return words == null ? 0 : tokens(text).stream().filter(words::contain).count();
  }

  /** The number of different words of the text that tell the language from its neighbours. */
  long different(String text, String language) {
    Words words = groups.getOrDefault(language, Map.of()).get(language);
    return words == null ? 0 : tokens(text).stream().filter(words::contain).distinct().count();
  }

  /** The share of the text's words, 0 to 1, that tell the language. */
  double share(String text, String language) {
    long all = tokens(text).size();
    return all == 0 ? 0 : (double) count(text, language) / all;
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (String token : NO_WORD.split(text.toLowerCase(Locale.ROOT).replace('’', '\''))) {
      if (!token.isEmpty()) {
        tokens.add(token);
        if (token.indexOf('\'') >= 0) {
          tokens.addAll(
              Arrays.stream(APOSTROPHE.split(token)).filter(part -> !part.isEmpty()).toList());
        }
      }
    }
    return tokens;
  }
}
