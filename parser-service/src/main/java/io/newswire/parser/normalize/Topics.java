package io.newswire.parser.normalize;

import io.newswire.parser.html.PlainText;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Categories and keywords: trimmed, without repeats, in the order they were given. */
final class Topics {

  private static final int MOST = 100;
  private static final int LONGEST = 200;

  /** What content management systems put where an editor chose nothing. */
  private static final Set<String> NO_TOPIC =
      Set.of("uncategorized", "uncategorised", "no category");

  private Topics() {}

  /** The topics of the feed first, then those of the page. */
  static List<String> of(List<String> categories, List<String> keywords) {
    Map<String, String> topics = new LinkedHashMap<>();
    Stream.concat(categories.stream().map(PlainText::ofLabel), keywords.stream())
        .map(topic -> topic.replaceAll("[\\s\\u00A0]+", " ").strip())
        .map(topic -> topic.replaceFirst("^#+(?=[^\\d\\s#])", ""))
        .filter(topic -> !topic.isEmpty() && topic.length() <= LONGEST)
        .filter(topic -> !NO_TOPIC.contains(topic.toLowerCase(Locale.ROOT)))
        .forEach(topic -> topics.putIfAbsent(folded(topic), topic));
    return topics.values().stream().limit(MOST).toList();
  }

  private static String folded(String topic) {
    return Normalizer.normalize(topic, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
