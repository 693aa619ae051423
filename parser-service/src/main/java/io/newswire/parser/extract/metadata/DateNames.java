package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of meta tags that carry a date of one kind, the surest first. Publishers spell the same few
 * names in many ways; a name with an asterisk stands for all that end in its letters.
 */
final class DateNames {

  /** A longer name is no name. */
  private static final int LONGEST = 60;

  private final List<String> names;

  private DateNames(List<String> names) {
    this.names = names;
  }

  /** Reads a list that comes with the parser. */
  static DateNames read(String list) {
    return new DateNames(WordLists.read(list));
  }

  /** The names of a page's tags that are of this kind, the surest first. */
  Set<String> in(MetaTags tags) {
    Set<String> present = tags.names();
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      if (name.charAt(0) == '*') {
        String ending = name.substring(1);
        present.stream()
            .filter(tag -> tag.length() <= LONGEST && letters(tag).endsWith(ending))
            .forEach(found::add);
      } else if (present.contains(name)) {
        found.add(name);
      }
    }
    return found;
  }

  private static String letters(String name) {
    return name.replaceAll("[^a-z]", "");
  }
}
