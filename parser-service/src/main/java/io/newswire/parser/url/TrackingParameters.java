package io.newswire.parser.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names of query parameters that tell who sent a reader and never which article is meant. */
public final class TrackingParameters {

  private final Set<String> names;
  private final List<String> prefixes;

  private TrackingParameters(Set<String> names, List<String> prefixes) {
    this.names = Set.copyOf(names);
    this.prefixes = List.copyOf(prefixes);
  }

  /** The list that comes with the parser: the resource {@code tracking-parameters.txt}. */
  public static TrackingParameters standard() {
    try (InputStream list =
        TrackingParameters.class.getResourceAsStream("tracking-parameters.txt")) {
      if (list == null) {
        throw new IllegalStateException("tracking-parameters.txt is not on the class path");
      }
      return of(new String(list.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list: one name a line, a trailing {@code *} for any ending, comments after {@code #}.
   */
  public static TrackingParameters of(String list) {
    Set<String> names = new HashSet<>();
    List<String> prefixes = new ArrayList<>();
    list.lines()
        .map(line -> line.strip().toLowerCase(Locale.ROOT))
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            line -> {
              if (line.endsWith("*")) {
                prefixes.add(line.substring(0, line.length() - 1));
              } else {
                names.add(line);
              }
            });
    return new TrackingParameters(names, prefixes);
  }

  /** Whether a parameter of this name, percent-decoded, only tracks. */
  public boolean contains(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return names.contains(folded) || prefixes.stream().anyMatch(folded::startsWith);
  }
}
