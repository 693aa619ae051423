package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.List;

/** Takes off what stands before the first words of a text and behind its last. */
final class Trim {

  /** Share of the text up to which what stands above the title is none of it. */
  private static final double ABOVE_TITLE = 0.15;

  private Trim() {}

  /** What little stands above the title is the site's; pictures may be the article's. */
  static List<Block> aboveTitle(List<Block> kept, int belowTitle) {
    if (belowTitle <= 0) {
      return kept;
    }
    if (Block.size(kept.subList(0, belowTitle)) > ABOVE_TITLE * Block.size(kept)) {
      return kept;
    }
    List<Block> below = new ArrayList<>(kept.subList(0, belowTitle));
    below.removeIf(block -> block.kind() != Kind.IMAGE && block.kind() != Kind.CAPTION);
    below.addAll(kept.subList(belowTitle, kept.size()));
    return below;
  }

  /**
   * Before the first prose there are bylines, dates and labels: only headings and images stay, and
   * lists that hold much of the text, as of what a dish is made of.
   */
  static List<Block> start(List<Block> kept) {
    int first = 0;
    while (first < kept.size() && !kept.get(first).isProse()) {
      first++;
    }
    if (first == kept.size()) {
      return kept;
    }
    List<Block> items =
        kept.subList(0, first).stream().filter(block -> block.kind() == Kind.LIST_ITEM).toList();
    boolean listsStay = Block.size(items) > ABOVE_TITLE * Block.size(kept);
    List<Block> trimmed = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Block block = kept.get(i);
      boolean sentence = block.endsSentence() && block.size() > 15;
      boolean staysBefore =
          switch (block.kind()) {
            case IMAGE, CAPTION -> true;
            case HEADING -> block.level() > 1;
            case LIST_ITEM -> block.endsSentence() || listsStay;
            default -> sentence || TextMeasure.isVerse(block) || LineShapes.isSection(block);
          };
      listsStay |= block.kind() == Kind.PARAGRAPH && sentence;
      if (i >= first || staysBefore) {
        trimmed.add(block);
      }
    }
    return trimmed;
  }

  /**
   * A heading at the very end heads nothing; short lines end no text, unless they are all of it.
   */
  static List<Block> end(List<Block> kept) {
    int end = kept.size();
    while (end > 0 && isDangling(kept.get(end - 1))) {
      end--;
    }
    boolean shortLines =
        end == 0 && kept.stream().anyMatch(block -> block.kind() == Kind.PARAGRAPH);
    return shortLines ? kept : kept.subList(0, end);
  }

  private static boolean isDangling(Block last) {
    return last.kind() == Kind.HEADING
        || (last.kind() == Kind.PARAGRAPH && last.size() < 30 && !last.endsSentence());
  }
}
