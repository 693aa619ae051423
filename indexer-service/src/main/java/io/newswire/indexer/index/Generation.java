package io.newswire.indexer.index;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A generation of the index: built from the whole topic, with one mapping, in one index or in one
 * for each stretch of time.
 *
 * @param name name of the alias
 * @param number counts from 1
 */
public record Generation(String name, int number) implements Comparable<Generation> {

  private static final Pattern NUMBER = Pattern.compile("\\d{6,9}");

  /** Name of the index, or what the names of its indices begin with. */
  public String index() {
    return String.format(Locale.ROOT, "%s-%06d", name, number);
  }

  /** Name of the index of a stretch of time. */
  public String index(Partition partition) {
    return index() + "-" + partition.label();
  }

  /**
   * The alias that a stretch of time is written through. Writes require an alias, so that an index
   * that was dropped is not made anew by the next write to it.
   */
  public String writeAlias(Partition partition) {
    return index(partition) + ".write";
  }

  static Optional<Generation> parse(String name, String number) {
    return NUMBER.matcher(number).matches()
        ? Optional.of(new Generation(name, Integer.parseInt(number)))
        : Optional.empty();
  }

  @Override
  public int compareTo(Generation other) {
    return Integer.compare(number, other.number);
  }
}
