package io.newswire.parser.extract.metadata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The JSON-LD of a page: every typed node, and the one that describes the article. */
public final class StructuredData {

  private static final int MOST_NODES = 5000;

  /** Types of schema.org that are articles, the surest first. */
  private static final List<Set<String>> ARTICLES =
      List.of(
          Set.of(
              "newsarticle",
              "reportagenewsarticle",
              "analysisnewsarticle",
              "opinionnewsarticle",
              "backgroundnewsarticle",
              "reviewnewsarticle",
              "askpublicnewsarticle",
              "advertisercontentarticle",
              "liveblogposting"),
          Set.of(
              "article",
              "blogposting",
              "report",
              "scholarlyarticle",
              "techarticle",
              "medicalscholarlyarticle",
              "satiricalarticle",
              "socialmediaposting",
              "discussionforumposting"),
          Set.of("review", "recipe", "event", "claimreview", "product", "podcastepisode", "howto"),
          Set.of("webpage", "itempage", "medicalwebpage", "creativework", "videoobject"));

  private final List<Thing> things;
  private final @Nullable Thing article;

  private StructuredData(List<Thing> things, Document document) {
    this.things = things;
    this.article = chooseArticle(things, document);
  }

  /** Reads all JSON-LD of a document. */
  public static StructuredData read(Document document) {
    List<Thing> things = new ArrayList<>();
    Map<String, Thing> byId = new HashMap<>();
    for (Element script : document.select("script[type*=ld+json]")) {
      for (Object value : LenientJson.readAll(unwrap(script.data()))) {
        collect(value, things, byId);
      }
    }
    return new StructuredData(things, document);
  }

  /** Takes off comments and CDATA, and entities where the whole of it was escaped. */
  private static String unwrap(String data) {
    String json = data.strip();
    int quote = json.indexOf('"');
    int entity = json.indexOf("&quot;");
    return entity >= 0 && (quote < 0 || entity < quote)
        ? Parser.unescapeEntities(json, false)
        : json;
  }

  @SuppressWarnings("unchecked")
  private static void collect(Object root, List<Thing> things, Map<String, Thing> byId) {
    Deque<Object> open = new ArrayDeque<>();
    open.add(root);
    int visited = 0;
    while (!open.isEmpty() && visited++ < MOST_NODES) {
      Object value = open.removeFirst();
      if (value instanceof List<?> list) {
        open.addAll(list);
      } else if (value instanceof Map<?, ?> map) {
        Thing thing = new Thing((Map<String, Object>) map, byId);
        if (map.containsKey("@type")) {
          things.add(thing);
          if (map.get("@id") instanceof String id && map.size() > 2) {
            byId.putIfAbsent(id, thing);
          }
        }
        map.values().stream()
            .filter(member -> member instanceof Map || member instanceof List)
            .forEach(open::add);
      }
    }
  }

  /** The surest type counts first; of several such the one that has the page's own title. */
  private static @Nullable Thing chooseArticle(List<Thing> things, Document document) {
    for (Set<String> types : ARTICLES) {
      List<Thing> articles =
          things.stream()
              .filter(thing -> thing.types().stream().anyMatch(types::contains))
              .filter(StructuredData::describes)
              .toList();
      if (articles.size() > 1) {
        String titles = titles(document);
        return articles.stream()
            .filter(thing -> isTitled(thing, titles))
            .findFirst()
            .orElse(articles.getFirst());
      }
      if (!articles.isEmpty()) {
        return articles.getFirst();
      }
    }
    return null;
  }

  private static boolean isTitled(Thing thing, String titles) {
    String headline = thing.text("headline");
    String squashed = headline == null ? "" : SiteName.squash(headline);
    return squashed.length() > 5 && titles.contains(squashed);
  }

  /** The headings and titles of a page, squashed; bounded, as pages repeat everything. */
  private static String titles(Document document) {
    StringBuilder titles = new StringBuilder(SiteName.squash(document.title()));
    document.select("h1, meta[property=og:title]").stream()
        .limit(5)
        .map(element -> element.hasAttr("content") ? element.attr("content") : element.text())
        .filter(title -> title.length() < 500)
        .forEach(title -> titles.append(' ').append(SiteName.squash(title)));
    return titles.toString();
  }

  /** Articles that are only mentioned carry little more than a link. */
  private static boolean describes(Thing thing) {
    Map<String, Object> members = thing.members();
    return members.containsKey("datePublished")
        || members.containsKey("dateCreated")
        || members.containsKey("author")
        || members.containsKey("articleBody")
        || (members.containsKey("headline") && members.containsKey("image"));
  }

  /** The node that describes the page's article, if any. */
  @Nullable Thing article() {
    return article;
  }

  /** All typed nodes in document order. */
  List<Thing> things() {
    return things;
  }

  /** The text that the structured data gives as the article's body, if any. */
  public @Nullable String articleBody() {
    return article == null ? null : article.text("articleBody");
  }
}
