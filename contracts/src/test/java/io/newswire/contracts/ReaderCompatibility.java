package io.newswire.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Says what a reader written for a released schema could trip over in events of the current one.
 *
 * <p>Within a version a field may be added. It may not be removed or renamed, change its type,
 * format or pattern, lose its promise to be there, or take values that were not among the released
 * ones.
 */
final class ReaderCompatibility {

  private static final List<String> FIXED_KEYWORDS =
      List.of("type", "format", "pattern", "contentEncoding");

  private ReaderCompatibility() {}

  /** One line for each break, with the path of the field; empty where every reader can go on. */
  static List<String> breaks(JsonNode released, JsonNode current) {
    List<String> breaks = new ArrayList<>();
    compare("$", released, current, breaks);
    return breaks;
  }

  private static void compare(
      String path, JsonNode released, JsonNode current, List<String> breaks) {
    for (String keyword : FIXED_KEYWORDS) {
      if (!released.path(keyword).equals(current.path(keyword))) {
        breaks.add(
            "%s: %s was %s, is %s"
                .formatted(path, keyword, released.path(keyword), current.path(keyword)));
      }
    }
    for (JsonNode field : released.path("required")) {
      if (!contains(current.path("required"), field)) {
        breaks.add("%s.%s: was always there, may be absent now".formatted(path, field.asString()));
      }
    }
    if (released.has("enum")) {
      for (JsonNode value : current.path("enum")) {
        if (!contains(released.path("enum"), value)) {
          breaks.add("%s: %s was not among the values".formatted(path, value));
        }
      }
      if (!current.has("enum")) {
        breaks.add(path + ": had a closed list of values, has none now");
      }
    }
    for (String name : new TreeSet<>(released.path("properties").propertyNames())) {
      JsonNode field = current.path("properties").path(name);
      if (field.isMissingNode()) {
        breaks.add("%s.%s: removed".formatted(path, name));
      } else {
        compare(path + "." + name, released.path("properties").path(name), field, breaks);
      }
    }
    if (released.has("items")) {
      compare(path + "[]", released.path("items"), current.path("items"), breaks);
    }
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode each : list) {
      if (each.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
