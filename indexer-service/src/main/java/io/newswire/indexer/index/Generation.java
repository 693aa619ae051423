package io.newswire.indexer.index;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A generation of the index: built from the whole topic, with one mapping.
 *
 * @param name name of the alias
 * @param number counts from 1
 */
public record Generation(String name, int number) implements Comparable<Generation> {

  private static final Pattern NUMBER = Pattern.compile("\\d{6,9}");

  /** Name of the index. */
  public String index() {
    return String.format(Locale.ROOT, "%s-%06d", name, number);
  }

  static boolean matches(String name, String index) {
    return index.startsWith(name + "-")
        && NUMBER.matcher(index.substring(name.length() + 1)).matches();
  }

  static Generation parse(String name, String index) {
    if (!matches(name, index)) {
      throw new IllegalArgumentException(
          "The alias %s is on %s, which is no generation of this indexer's index."
              .formatted(name, index));
    }
    return new Generation(name, Integer.parseInt(index.substring(name.length() + 1)));
  }

  @Override
  public int compareTo(Generation other) {
    return Integer.compare(number, other.number);
  }
}
