package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Lines that are told by their shape, in whatever language they are. */
final class LineShapes {

  /** Letters of the longest label before a link. */
  private static final int LONGEST_LABEL = 24;

  /** Letters of the longest line that says when. */
  private static final int LONGEST_TIME = 40;

  private static final int LONGEST_SECTION = 12;

  private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");

  private LineShapes() {}

  /** The number of a section of a law or of rules. */
  static boolean isSection(Block block) {
    return block.text().startsWith("§") && block.size() <= LONGEST_SECTION;
  }

  /**
   * A line without a letter or a stop and no year: a time, a count, a place in a list. A section of
   * a law is none.
   */
  static boolean isNumber(Block block) {
    return block.kind() == Kind.PARAGRAPH
        && block.size() <= 12
        && !block.text().endsWith(".")
        && !YEAR.matcher(block.text()).matches()
        && !isSection(block)
        && block.text().codePoints().noneMatch(Character::isLetter);
  }

  /** A line that says nothing but when. */
  static boolean isTime(Block block) {
    return block.kind() == Kind.PARAGRAPH
        && block.size() <= LONGEST_TIME
        && block.nodes().stream().allMatch(LineShapes::isTime);
  }

  private static boolean isTime(Node node) {
    return node.nodeValue().isBlank()
        || (node.parent() instanceof Element around && around.normalName().equals("time"));
  }

  /** A paragraph "See also:", "Tags:" in whatever language, and then nothing but links. */
  static boolean isLabelledLink(Block block) {
    int colon = Math.max(block.text().indexOf(':'), block.text().indexOf('：'));
    return block.kind() == Kind.PARAGRAPH
        && colon > 0
        && block.linkDensity() >= 0.4
        && block.size() - block.linkSize() <= LONGEST_LABEL
        && TextMeasure.size(block.text().substring(0, colon)) >= block.size() - block.linkSize()
        && (block.linkDensity() > 0.7 || !block.endsSentence());
  }

  /** Whether hardly anything but a link stands in a block. */
  static boolean isLinkLine(Block block) {
    return block.linkDensity() > 0.7 && block.size() < 250;
  }
}
