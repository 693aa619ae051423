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
  private final Set<String> titles;

  /**
   * @param titles the title in its known spellings, folded: a line that repeats it is no text
   */
  BlockFilter(PageBlocks page, boolean[] excluded, Phrases phrases, Set<String> titles) {
    this.page = page;
    this.excluded = excluded;
    this.phrases = phrases;
    this.titles = titles;
  }

  /** The article's blocks in the region, images among them. */
  List<Block> keep(Region region) {
    List<Block> kept = new ArrayList<>();
    Map<Region, Boolean> linkLists = new HashMap<>();
    for (int i = region.start(); i < region.end(); i++) {
      Block block = page.blocks().get(i);
      if (!excluded[i] && isOwn(block, linkLists)) {
        kept.add(block);
      }
    }
    return trimEnd(trimStart(cutAtEndMarker(kept)));
  }

  /** Everything of a fragment but its furniture: there is no page around it to tell apart. */
  List<Block> keepFragment(Region region) {
    List<Block> kept = new ArrayList<>();
    for (int i = region.start(); i < region.end(); i++) {
      Block block = page.blocks().get(i);
      boolean image = block.kind() == Kind.IMAGE || block.kind() == Kind.CAPTION;
      if (!excluded[i] && (image || (block.size() > 0 && !phrases.isFurniture(block.text())))) {
        kept.add(block);
      }
    }
    return trimEnd(kept);
  }

  private boolean isOwn(Block block, Map<Region, Boolean> linkLists) {
    if (block.kind() == Kind.IMAGE || block.kind() == Kind.CAPTION) {
      return true;
    }
    if (phrases.isFurniture(block.text()) || block.size() == 0) {
      return false;
    }
    return switch (block.kind()) {
      case LIST_ITEM -> !inLinkList(block, linkLists);
      case HEADING -> !titles.contains(Phrases.fold(block.text()));
      default -> !isLinkLine(block);
    };
  }

  private static boolean isLinkLine(Block block) {
    return block.linkDensity() > 0.7 && block.size() < 250;
  }

  private boolean inLinkList(Block block, Map<Region, Boolean> linkLists) {
    Region list = listAround(block.region());
    return list == null ? isLinkLine(block) : linkLists.computeIfAbsent(list, this::isLinkList);
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

  /** Cuts at a heading such as "Related articles" where little prose follows it. */
  private List<Block> cutAtEndMarker(List<Block> kept) {
    double total = kept.stream().mapToDouble(BlockValues::prose).sum();
    double before = 0;
    for (int i = 0; i < kept.size(); i++) {
      Block block = kept.get(i);
      boolean line = block.kind() == Kind.HEADING || block.kind() == Kind.PARAGRAPH;
      if (line && before > 0.65 * total && phrases.isEndMarker(block.text())) {
        return new ArrayList<>(kept.subList(0, i));
      }
      before += BlockValues.prose(block);
    }
    return kept;
  }

  /** Before the first prose there are bylines, dates and labels: only headings and images stay. */
  private static List<Block> trimStart(List<Block> kept) {
    int first = 0;
    while (first < kept.size() && !BlockValues.isProse(kept.get(first))) {
      first++;
    }
    if (first == kept.size()) {
      return kept;
    }
    List<Block> trimmed = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Block block = kept.get(i);
      boolean staysBefore =
          switch (block.kind()) {
            case IMAGE, CAPTION -> true;
            case HEADING -> block.level() > 1;
            case LIST_ITEM -> block.endsSentence();
            default -> block.endsSentence() && block.size() > 15;
          };
      if (i >= first || staysBefore) {
        trimmed.add(block);
      }
    }
    return trimmed;
  }

  /** A heading at the very end heads nothing. */
  private static List<Block> trimEnd(List<Block> kept) {
    int end = kept.size();
    while (end > 0) {
      Block last = kept.get(end - 1);
      boolean dangling =
          last.kind() == Kind.HEADING
              || (last.kind() == Kind.PARAGRAPH && last.size() < 30 && !last.endsSentence());
      if (!dangling) {
        break;
      }
      end--;
    }
    return kept.subList(0, end);
  }
}
