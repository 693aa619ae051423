package io.newswire.parser.extract.metadata;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The regions of a page whose dates are not the article's: comments, teasers, navigation, the
 * site's footer. Follows a walk through the document.
 */
final class ApartRegions {

  /** Forms and the like that hold most of a page are its frame; there are few. */
  private static final int MOST_FRAMES = 10;

  /** The text of a link to the article itself or to its day's archive is shorter. */
  private static final int LONGEST_LINK = 40;

  /** A footer of these is part of the article, and may well carry its date. */
  private static final Set<String> OWN =
      Set.of("headline", "title", "article", "entry", "post", "story", "byline", "meta", "content");

  private static final Set<String> APART = Set.of("nav", "aside", "footer", "form");

  private final PageFacts facts;
  private final @Nullable Element headline;
  private final Set<Element> aroundHeadline;
  private final Set<String> words;
  private final int textLength;

  private @Nullable Element region;
  private int frames;

  /**
   * @param words words of classes and ids that name such a region
   * @param textLength characters of the page's text
   */
  ApartRegions(PageFacts facts, @Nullable Element headline, Set<String> words, int textLength) {
    this.facts = facts;
    this.headline = headline;
    this.words = words;
    this.textLength = textLength;
    this.aroundHeadline = headline == null ? Set.of() : Set.copyOf(headline.parents());
  }

  /** Whether the walk is inside such a region. */
  boolean inside() {
    return region != null;
  }

  void enter(Element element) {
    if (region == null && isApart(element)) {
      region = element;
    }
  }

  void leave(Element element) {
    region = region == element ? null : region;
  }

  private boolean isApart(Element element) {
    if (aroundHeadline.contains(element)) {
      return false;
    }
    String name = element.normalName();
    if (name.equals("a")) {
      return leadsElsewhere(element) || isNamedApart(element);
    }
    boolean own = name.equals("footer") && !Collections.disjoint(names(element), OWN);
    boolean apart = APART.contains(name) && !own || isNamedApart(element);
    return apart && !isFrame(element);
  }

  /** Some pages are one form; and without a title there is nothing else to tell the page by. */
  private boolean isFrame(Element element) {
    String name = element.normalName();
    if (name.equals("body") || name.equals("html")) {
      return true;
    }
    if (headline != null && !name.equals("form") || frames >= MOST_FRAMES) {
      return false;
    }
    boolean frame = element.text().length() > textLength / 2;
    frames += frame ? 1 : 0;
    return frame;
  }

  private boolean isNamedApart(Element element) {
    Set<String> names = names(element);
    boolean footer = names.contains("footer") && Collections.disjoint(names, OWN);
    return footer || !Collections.disjoint(names, words);
  }

  private static Set<String> names(Element element) {
    String names = element.className() + " " + element.id();
    return names.length() < 2 || names.length() > 200
        ? Set.of()
        : new HashSet<>(List.of(names.toLowerCase(Locale.ROOT).split("[^a-z]++")));
  }

  /** A link around a date leads to the article itself, to its day's archive, or elsewhere. */
  private boolean leadsElsewhere(Element link) {
    String address = link.attr("href");
    if (address.isEmpty() || address.startsWith("#")) {
      return false;
    }
    String path = Addresses.absolute(address, facts.url());
    return path != null && !path.equals(facts.url()) && link.text().length() > LONGEST_LINK;
  }
}
