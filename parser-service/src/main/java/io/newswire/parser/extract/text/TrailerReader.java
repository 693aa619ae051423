package io.newswire.parser.extract.text;

import io.newswire.parser.extract.html.TextMeasure;
import io.newswire.parser.extract.vocabulary.PhotoLines;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds where an article ends, and reads the topics that are listed below it. */
final class TrailerReader {

  private static final int MOST_TOPICS = 20;

  /** How much of the prose stands above the end of an article. */
  private static final double SHARE_ABOVE = 0.5;

  /** More words than this between commas, and a stop, make a sentence. */
  private static final int MOST_WORDS = 3;

  private static final Pattern SEPARATOR = Pattern.compile("[,;，、|•·]|\\s#|^#");

  private final Phrases phrases;
  private final PhotoLines photos;
  private final Set<String> topicLabels;
  private final Interludes interludes;

  TrailerReader(
      Phrases phrases, PhotoLines photos, Set<String> topicLabels, Interludes interludes) {
    this.interludes = interludes;
    this.phrases = phrases;
    this.photos = photos;
    this.topicLabels = topicLabels;
  }

  /** Reads the topics into the header and returns the index after the article's last line. */
  int read(List<Line> lines, int start, Header header) {
    int end = end(lines, start);
    double total = prose(lines, start, lines.size());
    double before = 0;
    for (int i = start; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (before >= SHARE_ABOVE * total && isTopicLabel(line.text())) {
        readTopics(lines, i, header);
        return Math.min(end, i);
      }
      before += line.isProse() ? line.size() : 0;
    }
    return end;
  }

  /** The first line that opens furniture and has most of the prose above it. */
  private int end(List<Line> lines, int start) {
    double total = prose(lines, start, lines.size());
    double before = 0;
    int end = lines.size();
    for (int i = start; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!line.bullet()
          && !line.isProse()
          && before >= SHARE_ABOVE * total
          && phrases.isEndMarker(line.text())) {
        int below = interludes.afterWithinText(lines, i);
        if (below == i) {
          end = i;
          break;
        }
        i = below - 1;
        continue;
      }
      before += line.isProse() ? line.size() : 0;
    }
    while (end > start && isDangling(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isDangling(Line line) {
    if (photos.credit(line.text()) != null) {
      return false;
    }
    return !line.bullet() && line.isHeadingLike() && !Datelines.isReporting(line.text())
        || phrases.isFurniture(line.text());
  }

  private static double prose(List<Line> lines, int from, int to) {
    return lines.subList(from, to).stream().filter(Line::isProse).mapToInt(Line::size).sum();
  }

  private boolean isTopicLabel(String text) {
    int colon = colon(text);
    String label = Phrases.fold(colon < 0 ? text : text.substring(0, colon));
    return topicLabels.contains(label) && (colon < 0 || !isSentence(text.substring(colon + 1)));
  }

  /** "Dossier: the mayor promises an answer." names no topics. */
  private static boolean isSentence(String text) {
    return TextMeasure.endsSentence(text)
        && SEPARATOR.splitAsStream(text).anyMatch(part -> TextMeasure.words(part) > MOST_WORDS);
  }

  private static int colon(String text) {
    int ascii = text.indexOf(':');
    int wide = text.indexOf('：');
    return ascii < 0 ? wide : wide < 0 ? ascii : Math.min(ascii, wide);
  }

  private void readTopics(List<Line> lines, int label, Header header) {
    String text = lines.get(label).text();
    int colon = colon(text);
    String rest = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (!rest.isEmpty()) {
      add(rest, header);
      return;
    }
    for (int i = label + 1; i < lines.size() && header.topics.size() < MOST_TOPICS; i++) {
      Line line = lines.get(i);
      boolean topic =
          line.text().length() <= 60
              && !line.isProse()
              && !phrases.isEndMarker(line.text())
              && !phrases.isFurniture(line.text());
      if (!topic) {
        return;
      }
      add(line.text(), header);
    }
  }

  private static void add(String list, Header header) {
    for (String topic : SEPARATOR.split(list)) {
      String clean = topic.strip();
      if (clean.length() > 1 && clean.length() <= 60 && !header.topics.contains(clean)) {
        header.topics.add(clean);
      }
    }
  }
}
