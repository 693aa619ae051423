package io.newswire.parser.extract.html;

import io.newswire.parser.extract.vocabulary.ClassNames;
import io.newswire.parser.extract.vocabulary.ClassNames.Judgement;
import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Marks the blocks of regions that are furniture by their element, names or visibility. */
final class Exclusion {

  /** A region with more of the page's prose than this is believed to be text whatever its name. */
  private static final double MOST_FURNITURE = 0.25;

  private static final double MOST_SURE_FURNITURE = 0.95;

  /** With more than this beside the page's first heading a wrapper is named for what is added. */
  private static final double AROUND_TITLE = 0.2;

  /** Dash, name, handle in brackets, and a date. */
  private static final Pattern POST_SIGNATURE =
      Pattern.compile("[—–-] ?[^\\n]{1,80} ?\\(@\\w{1,30}\\)[^\\n]{5,40}$");

  /** Characters of the longest paragraph that is searched for a signature. */
  private static final int LONGEST_SIGNED = 1000;

  /** A page whose letters are notices for more than this is about them. */
  private static final double MOST_NOTICES = 0.9;

  private final ClassNames names;
  private final Phrases phrases;
  private final String base;
  private final Map<Region, Judgement> judgements = new HashMap<>();

  Exclusion(ClassNames names, Phrases phrases, String base) {
    this.names = names;
    this.phrases = phrases;
    this.base = base;
  }

  /** For each block, whether it is in a region of furniture. */
  boolean[] excluded(PageBlocks page) {
    return excluded(page, MOST_FURNITURE);
  }

  /** The same, without what is told by weaker names, or looks like further articles. */
  boolean[] excludedForSure(PageBlocks page) {
    return excluded(page, -1);
  }

  private boolean[] excluded(PageBlocks page, double mostFurniture) {
    List<Block> blocks = page.blocks();
    boolean[] excluded = new boolean[blocks.size()];
    BlockValues values = BlockValues.of(blocks, excluded);
    double total = Math.max(1, values.total());
    Set<Region> aroundContent = aroundContent(page, values);
    Set<Region> aroundTitle = around(page, region -> region.is("h1"));
    int done = 0;
    for (Region region : page.regions()) {
      if (region.start() < done || region.start() == region.end()) {
        continue;
      }
      double most =
          switch (judge(region)) {
            case CONTENT, NEUTRAL -> -1;
            case FURNITURE -> aroundContent.contains(region) ? -1 : mostFurniture;
            case FURNITURE_FOR_SURE ->
                aroundTitle.contains(region) ? AROUND_TITLE : MOST_SURE_FURNITURE;
          };
      if (values.mass(region) / total < most) {
        boolean pictures = region.element().className().contains("caption");
        for (Block block : blocks.subList(region.start(), region.end())) {
          excluded[block.index()] = !pictures || block.kind() != Block.Kind.IMAGE;
        }
        done = region.end();
      }
    }
    excludeEmbeddedPosts(blocks, excluded, values);
    excludeNotices(blocks, excluded);
    new TeaserCards(page, base).exclude(excluded, values);
    new ReaderComments(page, phrases).exclude(excluded, values);
    new CommentLists(page, phrases, values).exclude(excluded);
    if (mostFurniture > 0) {
      // A text in parts may look so, too.
      new FurtherArticles(page, values).exclude(excluded);
    }
    return excluded;
  }

  /** Paragraphs of the site about itself, unless they are what the page is for. */
  private void excludeNotices(List<Block> blocks, boolean[] excluded) {
    List<Block> notices = new ArrayList<>();
    double letters = 0;
    double noticed = 0;
    for (Block block : blocks) {
      int plain = block.size() - block.linkSize();
      letters += plain;
      if (block.kind() != Block.Kind.PREFORMATTED && phrases.isNotice(block.text())) {
        notices.add(block);
        noticed += plain;
      }
    }
    if (noticed <= MOST_NOTICES * letters) {
      notices.forEach(block -> excluded[block.index()] = true);
    }
  }

  /** Posts of others, told by the signature that they end with in every language. */
  private static void excludeEmbeddedPosts(
      List<Block> blocks, boolean[] excluded, BlockValues values) {
    Region last = null;
    for (Block block : blocks) {
      if (block.size() < 200
          && block.text().length() < LONGEST_SIGNED
          && block.text().contains("(@")
          && POST_SIGNATURE.matcher(block.text()).find()) {
        Region post = Tables.around(block.region(), "blockquote");
        if (post == null) {
          excluded[block.index()] = true;
        } else if (post != last && values.mass(post) < MOST_FURNITURE * values.total()) {
          Arrays.fill(excluded, post.start(), post.end(), true);
          last = post;
        }
      }
    }
  }

  /**
   * Regions with one inside whose name says that it holds the article's text, and prose in that.
   */
  private Set<Region> aroundContent(PageBlocks page, BlockValues values) {
    return around(page, region -> judge(region) == Judgement.CONTENT && values.mass(region) > 0);
  }

  private static Set<Region> around(PageBlocks page, Predicate<Region> inner) {
    Set<Region> around = new HashSet<>();
    for (Region region : page.regions()) {
      if (inner.test(region)) {
        Region outer = region.parent();
        while (outer != null && around.add(outer)) {
          outer = outer.parent();
        }
      }
    }
    return around;
  }

  Judgement judge(Region region) {
    return judgements.computeIfAbsent(region, this::judgeAfresh);
  }

  private Judgement judgeAfresh(Region region) {
    Element element = region.element();
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html") || tag.startsWith("#")) {
      return Judgement.NEUTRAL;
    }
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      return Judgement.CONTENT;
    }
    if (tag.equals("nav")
        || element.attr("role").equals("navigation")
        || (tag.equals("footer") && isOfPage(region))) {
      return Judgement.FURNITURE_FOR_SURE;
    }
    Judgement byName =
        names.judge(
            element.className()
                + " "
                + element.id()
                + " "
                + element.attr("data-testid")
                + " "
                + element.attr("data-component"));
    if (byName == Judgement.FURNITURE && isHeading(tag)) {
      return Judgement.NEUTRAL;
    }
    if (byName.compareTo(Judgement.FURNITURE) >= 0) {
      return byName;
    }
    return isFurnitureElement(tag) || isHidden(element) || isAside(element)
        ? Judgement.FURNITURE
        : byName;
  }

  /** Names of headings are of their look or their place in a table of contents. */
  private static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }

  private static boolean isFurnitureElement(String tag) {
    return switch (tag) {
      case "footer", "aside", "form", "dialog", "menu", "address", "search", "fieldset" -> true;
      default -> false;
    };
  }

  /** Whether an element is outside articles and sections: those have footers of their own. */
  private static boolean isOfPage(Region footer) {
    for (Region around = footer.parent(); around != null; around = around.parent()) {
      switch (around.element().normalName()) {
        case "article", "main", "section", "aside", "blockquote" -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  private static boolean isAside(Element element) {
    return switch (element.attr("role")) {
      case "complementary", "contentinfo", "banner", "dialog", "search", "menu", "alert" -> true;
      default -> false;
    };
  }

  static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    if (style.isEmpty() || style.length() > 2000) {
      return false;
    }
    String compact = style.replace(" ", "").toLowerCase(Locale.ROOT);
    return compact.contains("display:none") || compact.contains("visibility:hidden");
  }
}
