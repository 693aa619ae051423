package io.newswire.indexer.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The indices of the alias and what they serve for, as they were at one moment. */
public final class Indices {

  private record Entry(IndexName name, boolean serves, boolean building) {}

  private final List<Entry> entries;

  private Indices(List<Entry> entries) {
    this.entries = entries;
  }

  /** Reads the answer to {@code GET /<alias>-*&#47;_alias}. */
  static Indices of(String alias, String building, JsonNode answer) {
    List<Entry> entries = new ArrayList<>();
    for (String index : answer.propertyNames()) {
      JsonNode aliases = answer.path(index).path("aliases");
      IndexName.parse(alias, index)
          .ifPresent(
              name -> entries.add(new Entry(name, aliases.has(alias), aliases.has(building))));
    }
    return new Indices(List.copyOf(entries));
  }

  /** The generation that is read. */
  public Optional<Generation> serving() {
    return entries.stream()
        .filter(Entry::serves)
        .map(e -> e.name().generation())
        .max(Comparator.naturalOrder());
  }

  /** All generations that there are, oldest first. */
  public List<Generation> generations() {
    return entries.stream().map(e -> e.name().generation()).distinct().sorted().toList();
  }

  /** Names of a generation's indices. */
  public List<String> names(Generation generation) {
    return of(generation).map(entry -> entry.name().toString()).sorted().toList();
  }

  /** The length of a generation's partitions; empty where it is one index. */
  public Optional<PartitionUnit> unit(Generation generation) {
    return partitions(generation).stream().map(Partition::unit).findFirst();
  }

  /** The partitions of a generation, oldest first. */
  public List<Partition> partitions(Generation generation) {
    return of(generation)
        .flatMap(entry -> Optional.ofNullable(entry.name().partition()).stream())
        .sorted()
        .toList();
  }

  /** The partitions of a generation that have its alias, oldest first. */
  List<Partition> aliased(Generation generation) {
    boolean serves = serving().filter(generation::equals).isPresent();
    return of(generation)
        .filter(entry -> serves ? entry.serves() : entry.building())
        .flatMap(entry -> Optional.ofNullable(entry.name().partition()).stream())
        .sorted()
        .toList();
  }

  private Stream<Entry> of(Generation generation) {
    return entries.stream().filter(entry -> entry.name().generation().equals(generation));
  }
}
