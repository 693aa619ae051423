package io.newswire.parser.extract.metadata;

import com.google.common.base.CharMatcher;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of meta tags that carry a date of one kind, the surest first. Publishers spell the same few
 * names in many ways; a name with an asterisk stands for all that end in its letters, except for
 * those that have the letters behind an exclamation mark in them.
 */
final class DateNames {

  /** A longer name is no name. */
  private static final int LONGEST = 60;

  private static final CharMatcher LETTERS = CharMatcher.inRange('a', 'z');

  private final List<String> names;
  private final List<String> others;

  private DateNames(List<String> names, List<String> others) {
    this.names = names;
    this.others = others;
  }

  /** Reads a list that comes with the parser. */
  static DateNames read(String list) {
    Map<Boolean, List<String>> entries =
        WordLists.read(list).stream()
            .collect(Collectors.partitioningBy(entry -> entry.charAt(0) == '!'));
    return new DateNames(
        entries.getOrDefault(false, List.of()),
        entries.getOrDefault(true, List.of()).stream().map(entry -> entry.substring(1)).toList());
  }

  /** The names of a page's tags that are of this kind, the surest first. */
  Set<String> in(MetaTags tags) {
    Set<String> present = tags.names();
    Map<String, String> letters = new LinkedHashMap<>();
    present.stream()
        .filter(tag -> tag.length() <= LONGEST)
        .forEach(tag -> letters.put(tag, LETTERS.retainFrom(tag)));
    letters.values().removeIf(tag -> others.stream().anyMatch(tag::contains));
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      if (name.charAt(0) == '*') {
        String ending = name.substring(1);
        letters.entrySet().stream()
            .filter(tag -> tag.getValue().endsWith(ending))
            .map(Map.Entry::getKey)
            .forEach(found::add);
      } else if (present.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }
}
