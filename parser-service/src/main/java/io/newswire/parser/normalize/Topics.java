package io.newswire.parser.normalize;

import io.newswire.parser.extract.vocabulary.WordLists;
import io.newswire.parser.html.PlainText;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Categories and keywords: trimmed, without repeats, in the order they were given. */
final class Topics {

  private static final int MOST = 100;
  private static final int LONGEST = 200;

  /** Parts of the name of a place: "Bonn, North Rhine-Westphalia, Germany". */
  private static final int LONGEST_PLACE = 3;

  /** With a close comma these are a list: "Washington,DC" and "Field,Jo" are one topic each. */
  private static final int FEWEST_CLOSE = 3;

  private static final int LONGEST_LISTED = 40;

  /** What content management systems put where an editor chose nothing. */
  private static final Set<String> NO_TOPIC = Set.copyOf(WordLists.read("no-topics"));

  /** Separators of topics that came as one, in single spaces: "a; b", "a | b". */
  private static final Pattern SEPARATOR = Pattern.compile(" ?; ?| \\| ");

  /** "a,b,c" is several topics, "Bonn,Germany" and "1,000 metres" are one. */
  private static final Pattern CLOSE_COMMA = Pattern.compile("(?<=\\S),(?=[^\\s\\d])");

  /** Names of kinds in the machine's words: "geo:lat=51.5", "https://schemas.example/kind#post". */
  private static final Pattern MACHINE = Pattern.compile("(?i)https?://.*|[a-z]\\w*:\\w+=.*");

  private Topics() {}

  /** The topics of the feed first, then those of the page. */
  static List<String> of(List<String> categories, List<String> keywords) {
    Map<String, String> topics = new LinkedHashMap<>();
    Stream.concat(
            categories.stream()
                .map(PlainText::ofLabel)
                .map(Topics::singleSpaced)
                .flatMap(Topics::parts),
            keywords.stream())
        .map(Topics::singleSpaced)
        .map(topic -> topic.replaceFirst("^#+(?=[^\\d\\s#])", ""))
        .filter(topic -> !topic.isEmpty() && topic.length() <= LONGEST)
        .filter(topic -> !MACHINE.matcher(topic).matches())
        .filter(topic -> !NO_TOPIC.contains(topic.toLowerCase(Locale.ROOT)))
        .forEach(topic -> topics.putIfAbsent(folded(topic), topic));
    return topics.values().stream().limit(MOST).map(PlainText::inert).toList();
  }

  private static String singleSpaced(String topic) {
    return topic.replaceAll("[\\s\\u00A0]+", " ").strip();
  }

  private static Stream<String> parts(String category) {
    return SEPARATOR
        .splitAsStream(category)
        .flatMap(part -> part.indexOf(", ") < 0 ? closelyListed(part) : listed(part, ", "));
  }

  private static Stream<String> closelyListed(String part) {
    String[] pieces = CLOSE_COMMA.split(part);
    return pieces.length < FEWEST_CLOSE ? Stream.of(part) : Arrays.stream(pieces);
  }

  /** Four or more between commas are a list; fewer may be a place, or a person's name. */
  private static Stream<String> listed(String part, String comma) {
    String[] pieces = part.split(comma);
    boolean list =
        pieces.length > LONGEST_PLACE
            && Arrays.stream(pieces).allMatch(piece -> piece.length() <= LONGEST_LISTED);
    return list ? Arrays.stream(pieces) : Stream.of(part);
  }

  /** Equal for spellings of one topic: in other case, and as "new-york" in addresses. */
  private static String folded(String topic) {
    return Normalizer.normalize(topic, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('-', ' ')
        .replace('_', ' ');
  }
}
