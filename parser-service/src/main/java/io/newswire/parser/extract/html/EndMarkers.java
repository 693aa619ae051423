package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Lines that open what follows an article, such as "Related stories", and where they end it. */
final class EndMarkers {

  /** Share of the prose that stands above a heading such as "Related articles". */
  private static final double BEFORE_RELATED = 0.65;

  /** From this share on the heading ends the article even where the text seems to go on. */
  private static final double NEARLY_ALL = 0.85;

  /**
   * The same for comments, of which there may be more than article, where the label tells nothing
   * else or their number.
   */
  private static final double BEFORE_COMMENTS = 0.2;

  private static final int MOST_MARKERS = 5;

  private final PageBlocks page;
  private final boolean[] excluded;
  private final Phrases phrases;

  EndMarkers(PageBlocks page, boolean[] excluded, Phrases phrases) {
    this.page = page;
    this.excluded = excluded;
    this.phrases = phrases;
  }

  /** Whether a line opens what follows an article. */
  boolean isMarker(Block block) {
    boolean line = block.kind() == Kind.HEADING || block.kind() == Kind.PARAGRAPH;
    return line && (isEndMarker(block) || isTopicLine(block) || isCommentLabel(block));
  }

  /** "Up next" ends an article where links follow, and heads a part of it where text does. */
  private boolean isEndMarker(Block block) {
    return phrases.isEndMarker(block.text()) && !headsText(block);
  }

  /** Whether a line that may end an article has text of the same place below it. */
  boolean headsText(Block heading) {
    int next = heading.index() + 1;
    if (!phrases.mayHeadText(heading.text()) || next >= page.blocks().size() || excluded[next]) {
      return false;
    }
    Block block = page.blocks().get(next);
    return block.kind() == Kind.PARAGRAPH
        && block.region().parent() == heading.region().parent()
        && block.linkDensity() < 0.5
        && block.endsSentence();
  }

  /** "Tags:" and then nothing but links. */
  private boolean isTopicLine(Block block) {
    int colon = Math.max(block.text().indexOf(':'), block.text().indexOf('：'));
    return LineShapes.isLabelledLink(block)
        && phrases.isTopicLabel(block.text().substring(0, colon));
  }

  private boolean isCommentLabel(Block block) {
    int end = block.text().indexOf('\n');
    String label = end < 0 ? block.text() : block.text().substring(0, end);
    return phrases.isCommentLabel(label) && (isSurelyOfComments(block) || !headsText(block));
  }

  /** "Reactions" may head a part of the text, "Reactions (3)" and "Reader comments" do not. */
  private boolean isSurelyOfComments(Block label) {
    return !phrases.mayHeadText(label.text())
        || label.text().codePoints().anyMatch(Character::isDigit);
  }

  private double leastBefore(Block marker) {
    boolean comments =
        isCommentLabel(marker) && isSurelyOfComments(marker) && marker.linkDensity() <= 0.5;
    return comments ? BEFORE_COMMENTS : BEFORE_RELATED;
  }

  /** Cuts at a heading such as "Related articles" where little prose follows it. */
  List<Block> cut(List<Block> kept, List<Block> markers) {
    double total = kept.stream().mapToDouble(BlockValues::prose).sum();
    double before = 0;
    int end = 0;
    int tried = 0;
    for (Block marker : markers) {
      while (end < kept.size() && kept.get(end).index() < marker.index()) {
        before += BlockValues.prose(kept.get(end++));
      }
      boolean enough = before > leastBefore(marker) * total && tried++ < MOST_MARKERS;
      boolean nearlyAll = before > NEARLY_ALL * total && !isWholeSentence(marker);
      if (nearlyAll || (enough && !goesOn(kept, end))) {
        return new ArrayList<>(kept.subList(0, end));
      }
    }
    return kept;
  }

  /** "See also the chapter on tides." may stand between paragraphs, "See also" may not. */
  private static boolean isWholeSentence(Block marker) {
    return marker.kind() == Kind.PARAGRAPH
        && marker.endsSentence()
        && !marker.text().endsWith(":")
        && !marker.text().endsWith("：");
  }

  private static boolean goesOn(List<Block> kept, int index) {
    return Block.goesOn(kept.subList(0, index), kept.subList(index, kept.size()));
  }
}
