package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Finds cards that tease other articles of the site: a small region that opens, perhaps below a
 * label, with a line that is one link to the same site, and says a sentence or two about it. Cards
 * that link elsewhere are content: products, sources.
 */
final class TeaserCards {

  private static final int LARGEST = 700;
  private static final int MOST_BLOCKS = 5;
  private static final double MOST_OF_PAGE = 0.3;
  private static final int LONGEST_LIST = 100;
  private static final int FEWEST_IN_LINES = 3;

  /** A block within a link that holds many of them is not one of these; that text is read whole. */
  private static final double MOST_LINKED = 0.9;

  private static final int LONGEST_TEASER = 220;
  private static final double MOST_OF_PAGE_IN_LIST = 0.5;

  /** Letters of the longest link to the rest of an article. */
  private static final int LONGEST_MORE = 40;

  /** The openings of articles that each element has in it. */
  private final Map<Region, List<Region>> openings = new HashMap<>();

  private final PageBlocks page;
  private final String site;

  TeaserCards(PageBlocks page, String base) {
    this.page = page;
    this.site = site(base);
  }

  void exclude(boolean[] excluded, BlockValues values) {
    for (Block block : page.blocks()) {
      excluded[block.index()] |= isLinkedHeading(block);
    }
    double total = Math.max(1, values.total());
    collectOpenings(values);
    int done = 0;
    for (Region region : page.regions()) {
      int blocks = region.end() - region.start();
      if (blocks > 0
          && blocks <= LONGEST_LIST
          && region.start() >= done
          && (values.mass(region) < MOST_OF_PAGE * total
                  && blocks <= 3 * MOST_BLOCKS
                  && isCard(region)
              || values.mass(region) < MOST_OF_PAGE_IN_LIST * total
                  && (isListOfTeasers(region) || isOneOfOpenings(region)))) {
        Arrays.fill(excluded, region.start(), region.end(), true);
        done = region.end();
      }
    }
    for (Block block : page.blocks()) {
      if (!excluded[block.index()]
          && values.mass(block.index(), block.index() + 1) < MOST_OF_PAGE_IN_LIST * total) {
        excluded[block.index()] = isTeasersInLines(block);
      }
    }
  }

  /**
   * Two or more, not beside prose and little beside the page: else they are what the page is for.
   */
  private void collectOpenings(BlockValues values) {
    for (Region region : page.regions()) {
      Region parent = region.parent();
      if (parent != null && isOpening(region)) {
        openings.computeIfAbsent(parent, key -> new ArrayList<>()).add(region);
      }
    }
    for (Block block : page.blocks()) {
      if (block.isProse()) {
        openings.remove(block.place());
      }
    }
    openings
        .values()
        .removeIf(
            beside ->
                beside.size() < 2
                    || beside.stream().mapToDouble(values::mass).sum()
                        >= MOST_OF_PAGE_IN_LIST * values.total());
  }

  /** The same with single line breaks, which are lines of one block: half of them are links. */
  private boolean isTeasersInLines(Block block) {
    if (block.linkSize() == 0
        || block.linkDensity() > MOST_LINKED
        || block.text().indexOf('\n') < 0
        || !linksWithinSite(block)) {
      return false;
    }
    Set<String> links = new HashSet<>();
    Element last = null;
    for (Node node : block.nodes()) {
      Element link = node.parent() instanceof Element parent ? parent.closest("a") : null;
      if (link != null && link != last && links.size() <= LONGEST_LIST) {
        links.add(link.text().strip());
      }
      last = link;
    }
    String[] lines = block.text().split("\n", 2 * LONGEST_LIST);
    long linked = Arrays.stream(lines).filter(links::contains).count();
    return linked >= FEWEST_IN_LINES && 2 * linked >= lines.length - 1 - linked / 4;
  }

  /** A heading below the title that is a link to the same site is another article's. */
  private boolean isLinkedHeading(Block block) {
    return block.kind() == Kind.HEADING && block.level() > 1 && isLinkWithinSite(block);
  }

  /** Link, words about it, link, words about it: with line breaks, as older pages do it. */
  private boolean isListOfTeasers(Region region) {
    int pairs = 0;
    boolean afterLink = false;
    for (Block block : page.blocks().subList(region.start(), region.end())) {
      if (block.kind() == Kind.IMAGE) {
        continue;
      }
      boolean link = isLinkWithinSite(block);
      if (block.isProse()) {
        if (block.size() > LONGEST_TEASER || (!afterLink && !opensWithLink(block))) {
          return false;
        }
        pairs++;
      }
      afterLink = link;
    }
    return pairs >= 2;
  }

  /** Whether a region opens an article that goes on elsewhere, and others beside it do so, too. */
  private boolean isOneOfOpenings(Region region) {
    Region parent = region.parent();
    return parent != null && openings.containsKey(parent) && isOpening(region);
  }

  /** A heading without a link, a few words, and last a short link: "read more" in any language. */
  private boolean isOpening(Region region) {
    int blocks = region.end() - region.start();
    if (blocks < 3 || blocks > MOST_BLOCKS) {
      return false;
    }
    List<Block> all = page.blocks().subList(region.start(), region.end());
    Block first = all.getFirst();
    Block last = all.getLast();
    return first.kind() == Kind.HEADING
        && first.linkSize() == 0
        && last.linkDensity() > 0.9
        && last.size() <= LONGEST_MORE
        && linksWithinSite(last)
        && all.stream().mapToInt(Block::size).sum() <= LARGEST;
  }

  private boolean isLinkWithinSite(Block block) {
    return block.linkDensity() > 0.9 && block.size() >= 15 && linksWithinSite(block);
  }

  /** Whether the first line of a block, or the second below a label, is all that is linked. */
  private boolean opensWithLink(Block block) {
    String[] lines = block.text().split("\n", 4);
    boolean opens = false;
    for (int i = 0; i < Math.min(2, lines.length - 1); i++) {
      int size = TextMeasure.size(lines[i]);
      opens |= size >= 15 && Math.abs(block.linkSize() - size) <= 0.1 * size;
    }
    return opens && linksWithinSite(block);
  }

  private boolean isCard(Region region) {
    List<Block> blocks =
        page.blocks().subList(region.start(), region.end()).stream()
            .filter(block -> block.kind() != Kind.IMAGE && block.size() > 0)
            .toList();
    int size = blocks.stream().mapToInt(Block::size).sum();
    if (blocks.size() < 2 || blocks.size() > MOST_BLOCKS || size > LARGEST) {
      return false;
    }
    boolean labelled = blocks.getFirst().size() < 15 && blocks.size() > 2;
    Block first = blocks.get(labelled ? 1 : 0);
    if (first.kind() == Kind.HEADING && isPressed(region.element())) {
      return true;
    }
    return isLinkWithinSite(first) && !(blocks.size() == 2 && blocks.get(1).kind() == Kind.HEADING);
  }

  /** Whether a script leads elsewhere from all of an element. */
  private static boolean isPressed(Element element) {
    return element.hasAttr("onclick")
        || element.hasAttr("data-href")
        || element.attr("role").equals("link");
  }

  private boolean linksWithinSite(Block block) {
    for (Node node : block.nodes()) {
      for (Node up = node.parent(); up instanceof Element element; up = up.parent()) {
        if (element.normalName().equals("a")) {
          return isWithinSite(element.attr("href"));
        }
      }
    }
    return false;
  }

  private boolean isWithinSite(String href) {
    String link = href.strip().toLowerCase(Locale.ROOT);
    if (link.isEmpty() || link.startsWith("#")) {
      return false;
    }
    boolean absolute =
        link.startsWith("http://") || link.startsWith("https://") || link.startsWith("//");
    return !absolute
        || (!site.isEmpty() && site.equals(site(link.startsWith("//") ? "http:" + link : link)));
  }

  /** The last two labels of an address's host: close enough to tell a site from another. */
  private static String site(String address) {
    int start = address.indexOf("//") + 2;
    if (start < 2) {
      return "";
    }
    int end = start;
    int label = start;
    int before = start;
    while (end < address.length() && "/?#:\\".indexOf(address.charAt(end)) < 0) {
      char c = address.charAt(end++);
      before = c == '.' ? label : before;
      label = c == '.' ? end : label;
    }
    return address.substring(before, end).toLowerCase(Locale.ROOT);
  }
}
