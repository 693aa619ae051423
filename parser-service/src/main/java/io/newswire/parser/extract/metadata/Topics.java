package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds an article's topics: keywords, tags and section. */
public final class Topics {

  private static final int MOST = 30;
  private static final int LONGEST = 60;

  private Topics() {}

  /** Topics, each once, the declared ones before the linked ones. */
  public static List<String> find(PageFacts facts) {
    Map<String, String> topics = new LinkedHashMap<>();
    Set<String> site = SiteName.spellings(facts);
    Thing article = facts.structured().article();
    if (article != null) {
      article.texts("articleSection").forEach(section -> add(topics, section, site));
      article.texts("keywords").forEach(list -> addAll(topics, list, site));
    }
    for (String name :
        List.of("article:section", "article:tag", "og:article:tag", "parsely-tags")) {
      facts.meta().all(name).forEach(list -> addAll(topics, list, site));
    }
    for (String name : List.of("news_keywords", "keywords", "sailthru.tags", "dc.subject")) {
      facts.meta().all(name).forEach(list -> addAll(topics, list, site));
    }
    for (Element tag : facts.document().select("a[rel~=\\btag\\b]")) {
      add(topics, tag.text(), site);
      if (topics.size() >= MOST) {
        break;
      }
    }
    return topics.values().stream().limit(MOST).toList();
  }

  private static void addAll(Map<String, String> topics, String list, Set<String> site) {
    if (list.length() <= 4000) {
      for (String topic : list.split("[,;，、|\\n]")) {
        add(topics, topic, site);
      }
    }
  }

  private static void add(Map<String, String> topics, String topic, Set<String> site) {
    String text = TitleFinder.collapse(topic);
    while (text.startsWith("#")) {
      text = text.substring(1).strip();
    }
    boolean machine = text.contains(":") || text.contains("=") || text.contains("://");
    if (text.length() > 1
        && text.length() <= LONGEST
        && !machine
        && !site.contains(SiteName.squash(text))
        && topics.size() < MOST) {
      topics.putIfAbsent(Phrases.fold(text), text);
    }
  }
}
