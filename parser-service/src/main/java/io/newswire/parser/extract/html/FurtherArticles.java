package io.newswire.parser.extract.html;

import io.newswire.parser.extract.html.Block.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the articles that a page goes on with below its own, as those do that never end: further
 * elements of the same make beside the one that holds the page's first heading, each with a first
 * heading and a byline, a date or links to share it of its own; chapters have but headings.
 */
final class FurtherArticles {

  private static final int MOST_TITLES = 30;

  /** Letters of prose of the least that is an article. */
  private static final int LEAST = 100;

  private static final Set<String> NAMES = Set.of("article", "story", "post");

  /** What says of a text who wrote it when, or hands it on. */
  private static final String SIGNED =
      "time, address, [rel=author], [itemprop=author], [itemprop=datePublished], [class*=byline],"
          + " [class*=author], [class*=share], [class*=sharing]";

  private final PageBlocks page;
  private final BlockValues values;

  FurtherArticles(PageBlocks page, BlockValues values) {
    this.page = page;
    this.values = values;
  }

  void exclude(boolean[] excluded) {
    List<Block> titles =
        page.blocks().stream()
            .filter(block -> block.kind() == Kind.HEADING && block.level() == 1)
            .limit(MOST_TITLES)
            .toList();
    if (titles.size() < 2 || titles.size() == MOST_TITLES) {
      return;
    }
    Region first = article(titles, 0);
    for (int i = 1; first != null && i < titles.size(); i++) {
      Region further = article(titles, i);
      if (further != null && isBeside(first, further) && isSigned(further)) {
        Arrays.fill(excluded, further.start(), further.end(), true);
      }
    }
  }

  private @Nullable Region article(List<Block> titles, int i) {
    int before = i == 0 ? -1 : titles.get(i - 1).index();
    int after = i + 1 == titles.size() ? Integer.MAX_VALUE : titles.get(i + 1).index();
    return around(titles.get(i), before, after);
  }

  private static boolean isBeside(Region first, Region further) {
    return first.parent() == further.parent() && first.name().equals(further.name());
  }

  /** The largest element around a title that holds no other, if it is or holds an article. */
  private @Nullable Region around(Block title, int before, int after) {
    Region found = title.region();
    boolean article = isArticle(found);
    Region outer = found.parent();
    while (outer != null && outer.start() > before && outer.end() <= after) {
      found = outer;
      article |= isArticle(outer);
      outer = outer.parent();
    }
    return article && values.mass(found) >= LEAST ? found : null;
  }

  private static boolean isArticle(Region region) {
    for (String word : region.name().split("[^\\p{L}]+")) {
      if (NAMES.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private boolean isSigned(Region article) {
    return article.element().selectFirst(SIGNED) != null
        || page.blocks().subList(article.start(), article.end()).stream()
            .anyMatch(block -> !block.isProse() && DatedLines.isDated(block));
  }
}
