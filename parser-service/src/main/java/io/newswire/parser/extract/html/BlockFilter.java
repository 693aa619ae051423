package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Keeps the blocks of the article's region that are the article's own. */
final class BlockFilter {

  /** Letters of the longest label before a link. */
  private static final int LONGEST_LABEL = 24;

  /** Share of the text up to which what stands above the title is none of it. */
  private static final double ABOVE_TITLE = 0.15;

  /** Letters of the longest line that says when. */
  private static final int LONGEST_TIME = 40;

  private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");

  /** Letters of the shortest title that is known outside headings; a word may be anything. */
  private static final int SHORTEST_TITLE = 20;

  /** Letters of what stands in one block with the title and is no text. */
  private static final int LONGEST_BELOW_TITLE = 80;

  private static final int LONGEST_SECTION = 12;

  /** What forums put before the title of each answer. */
  private static final String REPLY = "re: ";

  private static final int MOST_TITLES = 20;

  private final PageBlocks page;
  private final boolean[] excluded;
  private final Phrases phrases;
  private final Set<String> titles;
  private final EndMarkers endMarkers;
  private final Map<String, Integer> firstHeadings = new HashMap<>();

  /**
   * @param titles the title in its known spellings, folded: a line that repeats it is no text
   */
  BlockFilter(PageBlocks page, boolean[] excluded, Phrases phrases, Set<String> titles) {
    this.page = page;
    this.excluded = excluded;
    this.phrases = phrases;
    this.titles = titles;
    this.endMarkers = new EndMarkers(page, excluded, phrases);
    for (Block block : page.blocks()) {
      if (block.kind() == Kind.HEADING) {
        firstHeadings.putIfAbsent(block.text(), block.index());
      }
    }
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
      boolean title = block.kind() == Kind.HEADING && isTitle(block, within);
      if (title && belowTitle < 0) {
        belowTitle = kept.size();
      }
      if (!title && isOwn(block, linkLists)) {
        kept.add(block);
        within |= BlockValues.isProse(block);
      }
    }
    return trimEnd(trimStart(endMarkers.cut(withoutHead(kept, belowTitle), markers)));
  }

  /** What little stands above the title is the site's; pictures may be the article's. */
  private static List<Block> withoutHead(List<Block> kept, int belowTitle) {
    if (belowTitle <= 0) {
      return kept;
    }
    if (size(kept.subList(0, belowTitle)) > ABOVE_TITLE * size(kept)) {
      return kept;
    }
    List<Block> below = new ArrayList<>(kept.subList(0, belowTitle));
    below.removeIf(block -> block.kind() != Kind.IMAGE && block.kind() != Kind.CAPTION);
    below.addAll(kept.subList(belowTitle, kept.size()));
    return below;
  }

  private static int size(List<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  private boolean isOwn(Block block, Map<Region, Boolean> linkLists) {
    if (block.kind() == Kind.IMAGE || block.kind() == Kind.CAPTION) {
      return true;
    }
    if ((phrases.isFurniture(block.text()) && !endMarkers.headsText(block)) || block.size() == 0) {
      return false;
    }
    if (isLabelledLink(block) || isNumber(block) || isTime(block) || isTitleBlock(block)) {
      return false;
    }
    return switch (block.kind()) {
      case LIST_ITEM -> !inLinkList(block, linkLists);
      case HEADING -> true;
      default -> !isLinkLine(block);
    };
  }

  /**
   * Whether a heading repeats the title, with or without the site's name. Pages that use headings
   * of the first level within the text have titles of sections that look like the page's.
   */
  private boolean isTitle(Block heading, boolean within) {
    String folded = Phrases.fold(heading.text());
    if (folded.startsWith(REPLY) && isAnyTitle(folded.substring(REPLY.length()))) {
      return true;
    }
    return titles.contains(folded)
        ? !within || heading.level() > 1 || isRepeated(heading)
        : !within && isAnyTitle(folded);
  }

  private boolean isAnyTitle(String folded) {
    return titles.contains(folded)
        || (titles.size() <= MOST_TITLES
            && titles.stream().anyMatch(title -> isTitleWithSite(title, folded)));
  }

  /** The title, and perhaps below it who wrote when, in one block that is no heading. */
  private boolean isTitleBlock(Block block) {
    String text = block.text();
    int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
    return block.kind() == Kind.PARAGRAPH
        && block.size() >= SHORTEST_TITLE
        && isAnyTitle(Phrases.fold(text.substring(0, end)))
        && TextMeasure.size(text.substring(end)) <= LONGEST_BELOW_TITLE;
  }

  private boolean isRepeated(Block heading) {
    return firstHeadings.getOrDefault(heading.text(), heading.index()) < heading.index();
  }

  private static boolean isTitleWithSite(String title, String folded) {
    int end = folded.length();
    return end >= 5
        && title.length() > end + 1
        && title.startsWith(folded)
        && " -|–—_:：·｜«»/".indexOf(title.charAt(end)) >= 0
        && "-|–—_:：·｜«»/".indexOf(title.substring(end).strip().charAt(0)) >= 0;
  }

  /** The number of a section of a law or of rules. */
  private static boolean isSection(Block block) {
    return block.text().startsWith("§") && block.size() <= LONGEST_SECTION;
  }

  /**
   * A line without a letter or a stop and no year: a time, a count, a place in a list. A section of
   * a law is none.
   */
  private static boolean isNumber(Block block) {
    return block.kind() == Kind.PARAGRAPH
        && block.size() <= 12
        && !block.text().endsWith(".")
        && !YEAR.matcher(block.text()).matches()
        && !isSection(block)
        && block.text().codePoints().noneMatch(Character::isLetter);
  }

  /** A line that says nothing but when. */
  private static boolean isTime(Block block) {
    return block.kind() == Kind.PARAGRAPH
        && block.size() <= LONGEST_TIME
        && block.nodes().stream().allMatch(BlockFilter::isTime);
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

  /**
   * Before the first prose there are bylines, dates and labels: only headings and images stay, and
   * lists that hold much of the text, as of what a dish is made of.
   */
  private static List<Block> trimStart(List<Block> kept) {
    int first = 0;
    while (first < kept.size() && !BlockValues.isProse(kept.get(first))) {
      first++;
    }
    if (first == kept.size()) {
      return kept;
    }
    List<Block> items =
        kept.subList(0, first).stream().filter(block -> block.kind() == Kind.LIST_ITEM).toList();
    boolean listsStay = size(items) > ABOVE_TITLE * size(kept);
    List<Block> trimmed = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      Block block = kept.get(i);
      boolean sentence = block.endsSentence() && block.size() > 15;
      boolean staysBefore =
          switch (block.kind()) {
            case IMAGE, CAPTION -> true;
            case HEADING -> block.level() > 1;
            case LIST_ITEM -> block.endsSentence() || listsStay;
            default -> sentence || TextMeasure.isVerse(block) || isSection(block);
          };
      listsStay |= block.kind() == Kind.PARAGRAPH && sentence;
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
