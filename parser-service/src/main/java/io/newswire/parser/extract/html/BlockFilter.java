package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the blocks of the article's region that are the article's own. */
final class BlockFilter {

  private final PageBlocks page;
  private final boolean[] excluded;
  private final Phrases phrases;
  private final TitleLines titleLines;
  private final EndMarkers endMarkers;

  /**
   * @param titles the title in its known spellings, folded: a line that repeats it is no text
   */
  BlockFilter(PageBlocks page, boolean[] excluded, Phrases phrases, Set<String> titles) {
    this.page = page;
    this.excluded = excluded;
    this.phrases = phrases;
    this.titleLines = new TitleLines(page.blocks(), titles);
    this.endMarkers = new EndMarkers(page, excluded, phrases);
  }

  /** The article's blocks in the region, images among them. */
  List<Block> keep(Region region) {
    List<Block> kept = new ArrayList<>();
    List<Block> markers = new ArrayList<>();
    boolean within = false;
    int belowTitle = -1;
    Map<Region, Boolean> linkLists = new HashMap<>();
    for (int i = region.start(); i < region.end(); i++) {
      Block block = page.blocks().get(i);
      if (excluded[i]) {
        continue;
      }
      if (endMarkers.isMarker(block)) {
        markers.add(block);
      }
      boolean title = block.kind() == Kind.HEADING && titleLines.isTitle(block, within);
      if (title && belowTitle < 0) {
        belowTitle = kept.size();
      }
      if (!title && isOwn(block, linkLists)) {
        kept.add(block);
        within |= block.isProse();
      }
    }
    return Trim.end(Trim.start(endMarkers.cut(Trim.aboveTitle(kept, belowTitle), markers)));
  }

  private boolean isOwn(Block block, Map<Region, Boolean> linkLists) {
    if (block.kind() == Kind.IMAGE || block.kind() == Kind.CAPTION) {
      return true;
    }
    if ((phrases.isFurniture(block.text()) && !endMarkers.headsText(block)) || block.size() == 0) {
      return false;
    }
    if (LineShapes.isLabelledLink(block)
        || LineShapes.isNumber(block)
        || LineShapes.isTime(block)
        || titleLines.isTitleBlock(block)) {
      return false;
    }
    return switch (block.kind()) {
      case LIST_ITEM -> !inLinkList(block, linkLists);
      case HEADING -> true;
      default -> !LineShapes.isLinkLine(block);
    };
  }

  private boolean inLinkList(Block block, Map<Region, Boolean> linkLists) {
    Region list = listAround(block.region());
    return list == null
        ? LineShapes.isLinkLine(block)
        : linkLists.computeIfAbsent(list, this::isLinkList);
  }

  private static @Nullable Region listAround(Region innermost) {
    for (Region region = innermost; region != null; region = region.parent()) {
      if (region.is("ul") || region.is("ol") || region.is("dl")) {
        return region;
      }
    }
    return null;
  }

  private boolean isLinkList(Region list) {
    int size = 0;
    int links = 0;
    for (Block block : page.blocks().subList(list.start(), list.end())) {
      size += block.size();
      links += block.linkSize();
    }
    return links > 0.6 * size;
  }
}
