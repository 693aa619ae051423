package io.newswire.benchmarks;

import io.newswire.parser.fingerprint.SimHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which near-duplicates the parser's fingerprints find among texts whose true pairs are known.
 *
 * <p>Usage: {@code DuplicatesBenchmark FILE}: a JSON object a line with {@code id}, {@code text}
 * and {@code expected}, the ids of its near-duplicates.
 */
public final class DuplicatesBenchmark {

  private record Text(String id, String fingerprint, Set<String> duplicates) {}

  private DuplicatesBenchmark() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: DuplicatesBenchmark FILE");
      System.exit(2);
    }
    List<Text> texts = texts(Path.of(args[0]));
    int[] truePairs = new int[Long.SIZE + 1];
    int[] otherPairs = new int[Long.SIZE + 1];
    for (int i = 0; i < texts.size(); i++) {
      for (int j = i + 1; j < texts.size(); j++) {
        Text one = texts.get(i);
        Text other = texts.get(j);
        boolean pair =
            one.duplicates().contains(other.id()) || other.duplicates().contains(one.id());
        (pair ? truePairs : otherPairs)[SimHash.distance(one.fingerprint(), other.fingerprint())]++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "texts=%d pairs=%d found=%d false=%d farthest-true=%d nearest-false=%d threshold=%d%n",
        texts.size(),
        sum(truePairs, 0, Long.SIZE),
        sum(truePairs, 0, SimHash.NEAR_DUPLICATE_BITS),
        sum(otherPairs, 0, SimHash.NEAR_DUPLICATE_BITS),
        last(truePairs),
        first(otherPairs),
        SimHash.NEAR_DUPLICATE_BITS);
  }

  private static List<Text> texts(Path file) throws IOException {
    JsonMapper mapper = new JsonMapper();
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      Set<String> duplicates = new HashSet<>();
      node.get("expected").forEach(id -> duplicates.add(id.asString()));
      texts.add(
          new Text(
              node.get("id").asString(),
              SimHash.hex(node.get("text").asString()).orElseThrow(),
              duplicates));
    }
    return texts;
  }

  private static int sum(int[] counts, int from, int to) {
    int sum = 0;
    for (int i = from; i <= to; i++) {
      sum += counts[i];
    }
    return sum;
  }

  private static int last(int[] counts) {
    int last = counts.length - 1;
    while (last > 0 && counts[last] == 0) {
      last--;
    }
    return last;
  }

  private static int first(int[] counts) {
    int first = 0;
    while (first < counts.length - 1 && counts[first] == 0) {
      first++;
    }
    return first;
  }
}
