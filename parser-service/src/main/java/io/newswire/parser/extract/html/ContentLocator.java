package io.newswire.parser.extract.html;

import io.newswire.parser.extract.vocabulary.ClassNames.Judgement;
import java.util.List;

/** Finds the region of a page that holds the article. */
final class ContentLocator {

  private final PageBlocks page;
  private final Exclusion exclusion;
  private final BlockValues values;

  ContentLocator(PageBlocks page, Exclusion exclusion, BlockValues values) {
    this.page = page;
    this.exclusion = exclusion;
    this.values = values;
  }

  /** The smallest region that holds nearly all of what speaks for the article. */
  Region locate() {
    List<Region> regions = page.regions();
    Region best = regions.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (Region region : regions) {
      if (isParagraph(region)) {
        continue;
      }
      double score = values.value(region) * trust(region);
      if (score >= most) {
        most = score;
        best = region;
      }
    }
    return narrow(best);
  }

  /** No single paragraph is looked for, but what holds it: a short text has few that say much. */
  private static boolean isParagraph(Region region) {
    return region.is("p") || region.is("blockquote") || region.is("pre") || region.is("li");
  }

  /** The smallest region that holds most of the prose, whatever links are among it. */
  Region locateByProse() {
    Region found = page.regions().getFirst();
    for (Region region : page.regions()) {
      if (region.depth() > found.depth()
          && found.holds(region)
          && values.mass(region) >= 0.75 * values.mass(found)) {
        found = region;
      }
    }
    return found;
  }

  private double trust(Region region) {
    double trust = 1;
    if (exclusion.judge(region) == Judgement.CONTENT) {
      trust += 0.12;
    }
    if (region.is("article") || region.is("main")) {
      trust += 0.05;
    }
    return values.value(region) > 0 ? trust : 1;
  }

  /** Goes down as long as a single child holds what counts. */
  private Region narrow(Region from) {
    Region narrowed = from;
    for (Region region : page.regions()) {
      if (region.depth() > narrowed.depth()
          && narrowed.holds(region)
          && !isParagraph(region)
          && values.value(region) >= 0.97 * values.value(narrowed)) {
        narrowed = region;
      }
    }
    return narrowed;
  }
}
