package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Keeps the blocks of a feed's fragment that are its text: there is no page around it. */
final class FragmentFilter {

  /** Letters of the longest heading or label that may stand at the end with nothing below. */
  private static final int LONGEST_HEADING = 60;

  private static final int LONGEST_LABEL = 24;

  private final PageBlocks page;
  private final boolean[] excluded;
  private final Phrases phrases;

  FragmentFilter(PageBlocks page, boolean[] excluded, Phrases phrases) {
    this.page = page;
    this.excluded = excluded;
    this.phrases = phrases;
  }

  /** Everything of the region but furniture; nothing where all that it has is data with labels. */
  List<Block> keep(Region region) {
    List<Block> kept = without(phrases::isFurniture, region);
    if (Block.size(kept) == 0) {
      kept = without(phrases::isPrompt, region);
    }
    return isOnlyData(kept)
        ? kept.stream().filter(block -> block.size() == 0).toList()
        : trimLabels(kept);
  }

  /** One line like that, such as the score of a match, may be all that an entry says. */
  private static boolean isOnlyData(List<Block> kept) {
    List<Block> texts = kept.stream().filter(block -> block.size() > 0).toList();
    return texts.size() > 1 && texts.stream().allMatch(FragmentFilter::isLabelledDatum);
  }

  private List<Block> without(Predicate<String> furniture, Region region) {
    List<Block> kept = new ArrayList<>();
    for (int i = region.start(); i < region.end(); i++) {
      Block block = page.blocks().get(i);
      boolean image = block.kind() == Kind.IMAGE || block.kind() == Kind.CAPTION;
      if (!excluded[i] && (image || (block.size() > 0 && !furniture.test(block.text())))) {
        kept.add(block);
      }
    }
    return kept;
  }

  /** Labels at the very end of a fragment head nothing; a short line there may be all it says. */
  private static List<Block> trimLabels(List<Block> kept) {
    int end = kept.size();
    while (end > 1 && isDanglingLabel(kept.get(end - 1))) {
      end--;
    }
    return Block.size(kept.subList(0, end)) == 0 ? kept : kept.subList(0, end);
  }

  private static boolean isDanglingLabel(Block block) {
    boolean label = block.text().endsWith(":") || block.text().endsWith("：");
    return block.kind() == Kind.HEADING
        ? block.size() < LONGEST_HEADING && !block.endsSentence()
        : block.kind() == Kind.PARAGRAPH && block.size() < LONGEST_HEADING && label;
  }

  /** "Points: 12", "Article URL: https://…", as feeds of links say of each. */
  private static boolean isLabelledDatum(Block block) {
    int colon = block.text().indexOf(':');
    if (colon <= 0 || colon > LONGEST_LABEL) {
      return false;
    }
    String datum = block.text().substring(colon + 1).strip();
    boolean address = datum.startsWith("http") && datum.indexOf(' ') < 0;
    return address || (!datum.isEmpty() && datum.codePoints().noneMatch(Character::isLetter));
  }
}
