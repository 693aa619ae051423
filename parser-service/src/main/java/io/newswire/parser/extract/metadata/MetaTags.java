package io.newswire.parser.extract.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The meta tags of a page by name, property or itemprop, in lower case. */
public final class MetaTags {

  private final Map<String, List<String>> values = new HashMap<>();

  private MetaTags() {}

  static MetaTags read(Document document) {
    MetaTags tags = new MetaTags();
    for (Element meta : document.select("meta[content]")) {
      String content = meta.attr("content").strip();
      if (content.isEmpty()) {
        continue;
      }
      for (String attribute : List.of("name", "property", "itemprop", "http-equiv")) {
        String name = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
          tags.values.computeIfAbsent(name, n -> new ArrayList<>()).add(content);
        }
      }
    }
    return tags;
  }

  /** The first value of the first of these names that has one. */
  @Nullable String first(String... names) {
    for (String name : names) {
      List<String> found = values.get(name);
      if (found != null) {
        return found.getFirst();
      }
    }
    return null;
  }

  /**
   * The names that have a value, in order of the alphabet, so that the same page reads the same.
   */
  Set<String> names() {
    return new TreeSet<>(values.keySet());
  }

  /** All values of a name, in document order. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
