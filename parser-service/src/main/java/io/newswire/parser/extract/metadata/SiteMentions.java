package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Names of the site that a page gives in passing. A title's segment is the site where it is one of
 * them as a whole: what only begins like one may be a word of the title.
 */
final class SiteMentions {

  /** What the way home says where it does not say whose home it is. */
  private static final Set<String> HOME =
      WordLists.read("home-labels").stream()
          .map(SiteName::squash)
          .collect(Collectors.toUnmodifiableSet());

  private static final int MOST_LINKS = 20;

  /** The way home is among the first links of a page. */
  private static final int FIRST_LINKS = 60;

  private static final int LONGEST_NAME = 40;

  /** A feed's title is the site's name and a word or two. */
  private static final int LONGEST_FEED_TITLE = 200;

  private SiteMentions() {}

  /** The names as {@link SiteName#squash} spells them. */
  static Set<String> of(PageFacts facts) {
    return names(facts).stream()
        .filter(name -> name.length() <= LONGEST_NAME)
        .map(SiteName::squash)
        .filter(name -> name.length() > 2 && !HOME.contains(name))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> names(PageFacts facts) {
    List<String> names = new ArrayList<>();
    for (String meta :
        List.of(
            "publisher",
            "dc.publisher",
            "dcterms.publisher",
            "copyright",
            "twitter:site",
            "apple-mobile-web-app-title",
            "application-name",
            "article:publisher_name")) {
      names.addAll(facts.meta().all(meta));
    }
    facts
        .document()
        .select("link[rel=alternate][type*=rss][title], link[rel=alternate][type*=atom][title]")
        .stream()
        .limit(2)
        .map(link -> link.attr("title"))
        .filter(title -> title.length() <= LONGEST_FEED_TITLE)
        .map(title -> TitleSegments.SEPARATOR.split(TitleFinder.collapse(title), 2)[0])
        .forEach(names::add);
    facts
        .document()
        .selectStream("a[href]")
        .limit(FIRST_LINKS)
        .filter(link -> isHome(link.attr("href"), facts.url()))
        .limit(MOST_LINKS)
        .map(SiteMentions::words)
        .forEach(names::add);
    facts.document().select("h1").stream()
        .limit(MOST_LINKS)
        .filter(SiteMentions::isSiteHeading)
        .map(Element::text)
        .forEach(names::add);
    String above = siteAboveTitle(facts.document());
    if (above != null) {
      names.add(above);
    }
    return names;
  }

  /**
   * The site's name where the document's title ends with it and the page's first heading, outside
   * its main part, is it, while the next heading begins as the title does.
   */
  private static @Nullable String siteAboveTitle(Document document) {
    String[] segments = TitleSegments.SEPARATOR.split(TitleFinder.collapse(document.title()));
    List<Element> headings = document.selectStream("h1, main h2, article h2").limit(2).toList();
    if (segments.length < 2 || headings.size() < 2) {
      return null;
    }
    Element first = headings.getFirst();
    String own = Phrases.fold(segments[0]);
    boolean above =
        first.nameIs("h1")
            && first.closest("main, article") == null
            && Phrases.fold(first.text()).equals(Phrases.fold(segments[segments.length - 1]))
            && !own.isEmpty()
            && Phrases.fold(headings.getLast().text()).startsWith(own);
    return above ? first.text() : null;
  }

  private static boolean isHome(String href, String url) {
    return href.equals("/")
        || href.length() > 8 && isRoot(href) && SiteName.host(href).equals(SiteName.host(url));
  }

  private static boolean isRoot(String address) {
    int path = address.indexOf('/', "https://".length());
    return address.startsWith("http") && (path < 0 || path == address.length() - 1);
  }

  private static String words(Element link) {
    Element image = link.selectFirst("img[alt]");
    String text = link.text();
    return text.isBlank() && image != null ? image.attr("alt") : text;
  }

  /** Whether a heading is the site's, by its class or as it leads home. */
  static boolean isSiteHeading(Element heading) {
    String names = heading.className() + " " + heading.id();
    boolean named =
        names.matches(
            "(?i).{0,200}\\b(?:site|blog|brand|logo|masthead)(?:[-_]?(?:title|name|heading))?\\b.{0,200}");
    Element link = heading.childrenSize() == 1 ? heading.child(0) : null;
    return named || link != null && link.nameIs("a") && link.attr("href").equals("/");
  }
}
