package io.newswire.parser.extract.html;

import io.newswire.parser.extract.vocabulary.FeedLine;
import io.newswire.parser.extract.vocabulary.FeedPhrases;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Takes off what feeds put below the text of an entry, line by line from the end: the link to read
 * on, the place of first publication, who submitted it. A line is what stands between line breaks
 * or blocks.
 */
public final class FeedTail {

  private static final int MOST_LINES = 8;
  private static final int LONGEST_LINE = 400;

  private final FeedPhrases feedPhrases;
  private final Phrases phrases;

  public FeedTail(FeedPhrases feedPhrases, Phrases phrases) {
    this.feedPhrases = feedPhrases;
    this.phrases = phrases;
  }

  /**
   * Removes it from the fragment.
   *
   * @return whether the text asked to be read on elsewhere
   */
  public boolean remove(Element fragment) {
    boolean goesOn = false;
    for (int i = 0; i < MOST_LINES; i++) {
      List<Node> line = lastLine(fragment);
      String text = text(line);
      if (text.isBlank() || text.length() > LONGEST_LINE) {
        return goesOn | removeLink(line);
      }
      FeedLine feedLine = feedLine(line, text);
      boolean prompt = feedPhrases.asksToReadOn(feedLine);
      if (!prompt && !feedPhrases.isFooter(feedLine) && !isFurniture(line, text, fragment)) {
        return goesOn | removeLink(line);
      }
      goesOn |= prompt;
      line.forEach(Node::remove);
    }
    return goesOn;
  }

  private static FeedLine feedLine(List<Node> line, String text) {
    if (!hasLink(line)) {
      return new FeedLine(text, null, 0);
    }
    StringBuilder lead = new StringBuilder();
    int linkLength = 0;
    for (TextNode part : line.stream().flatMap(node -> node.nodeStream(TextNode.class)).toList()) {
      if (part.parent() instanceof Element parent && parent.closest("a") != null) {
        linkLength += part.text().length();
      } else if (linkLength == 0) {
        lead.append(part.text());
      }
    }
    return new FeedLine(text, lead.toString(), linkLength);
  }

  private static boolean hasLink(List<Node> line) {
    return line.stream()
        .anyMatch(node -> node instanceof Element element && element.selectFirst("a") != null);
  }

  /** A line of furniture may be the whole entry, which then is a short one. */
  private boolean isFurniture(List<Node> line, String text, Element fragment) {
    return phrases.isFurniture(text) && isAmongOthers(line, fragment);
  }

  private static boolean isAmongOthers(List<Node> line, Element fragment) {
    Node first = line.getFirst();
    for (Node node = first; node != null && node != fragment; node = node.parent()) {
      for (Node before = node.previousSibling();
          before != null;
          before = before.previousSibling()) {
        if (!isBlank(before)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Removes a link at the end of the text that asks to read on. */
  private boolean removeLink(List<Node> line) {
    int last = line.size() - 1;
    while (last > 0 && isPunctuation(line.get(last))) {
      last--;
    }
    if (last < 0 || !(line.get(last) instanceof Element link) || !isLink(link)) {
      return false;
    }
    String before = text(line.subList(0, last));
    boolean ends = before.isEmpty() || TextMeasure.endsSentence(before);
    if (!(ends || isApart(line, last)) || !feedPhrases.asksToReadOn(FeedLine.ofLink(link.text()))) {
      return false;
    }
    line.subList(last, line.size()).forEach(Node::remove);
    return true;
  }

  /** Whether a last link is no last word of a sentence: it begins anew and has nothing behind. */
  private static boolean isApart(List<Node> line, int link) {
    String text = text(List.of(line.get(link)));
    return link == line.size() - 1
        && !text.isEmpty()
        && (Character.isUpperCase(text.codePointAt(0)) || !Character.isLetter(text.codePointAt(0)));
  }

  private static boolean isPunctuation(Node node) {
    return node instanceof TextNode text
        && text.text().codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether an element is a link, or all its text is one's. */
  private static boolean isLink(Element element) {
    Element link = element.nameIs("a") ? element : element.selectFirst("a");
    return link != null && link.text().equals(element.text());
  }

  /** The nodes of the last line that has text, in order; none where there is no text. */
  private static List<Node> lastLine(Element fragment) {
    List<Node> line = new ArrayList<>();
    Element box = fragment;
    while (box != null) {
      line.clear();
      box = lineOrBox(box, line);
    }
    return line.reversed();
  }

  /**
   * Gathers the last line of a box from behind.
   *
   * @return the block within the box that has the line; null where the line is gathered
   */
  private static @Nullable Element lineOrBox(Element box, List<Node> line) {
    for (Node node = box.lastChild(); node != null; node = node.previousSibling()) {
      if (isBlank(node)) {
        if (!line.isEmpty() && node.nameIs("br")) {
          return null;
        }
        if (!line.isEmpty() && node instanceof TextNode) {
          line.add(node);
        }
        continue;
      }
      if (node instanceof Element element && (element.isBlock() || isOnlyBox(element))) {
        return line.isEmpty() ? element : null;
      }
      line.add(node);
    }
    return null;
  }

  /** Elements around text that are no blocks, such as {@code <font>}, may hold lines, too. */
  private static boolean isOnlyBox(Element element) {
    return !element.nameIs("a")
        && element.children().stream().anyMatch(child -> child.isBlock() || child.nameIs("br"));
  }

  private static boolean isBlank(Node node) {
    return switch (node) {
      case TextNode text -> text.isBlank() || text.text().strip().equals("\u00A0");
      case Element element -> !element.hasText();
      default -> true;
    };
  }

  private static String text(List<Node> line) {
    return line.stream()
        .map(node -> node instanceof Element element ? element.text() : ((TextNode) node).text())
        .collect(Collectors.joining())
        .strip();
  }
}
