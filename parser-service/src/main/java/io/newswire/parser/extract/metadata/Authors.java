package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.metadata.PersonNames.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Finds an article's authors: structured data first, then meta tags, then the visible byline. */
public final class Authors {

  private static final String[] META = {
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "byl",
    "byline",
    "authors",
    "article.author",
    "cxenseparse:author",
    "citation_author",
    "article:author_name",
    "article_author",
    "twitter:data1"
  };

  /** A longer one is a text in which somebody is mentioned. */
  private static final int LONGEST_PARAGRAPH = 200;

  /** Bylines are among the first of what looks like one. */
  private static final int MOST_MATCHES = 100;

  private static final int DIGITS_OF_DATE = 5;
  private static final int MOST_WORDS = 4;

  private final PersonNames names;

  public Authors(PersonNames names) {
    this.names = names;
  }

  /** Persons and agencies named as authors. */
  public Names find(PageFacts facts) {
    Set<String> site = SiteName.spellings(facts);
    Names structured = names.of(structured(facts), site, facts.language());
    if (!structured.persons().isEmpty()) {
      return structured;
    }
    Names meta = meta(facts, site);
    if (!meta.persons().isEmpty()) {
      return meta;
    }
    Names visible = visible(facts, site);
    if (!visible.persons().isEmpty()) {
      return visible;
    }
    return !structured.isEmpty() ? structured : !meta.isEmpty() ? meta : visible;
  }

  private static List<String> structured(PageFacts facts) {
    List<String> bylines = new ArrayList<>();
    Thing article = facts.structured().article();
    if (article == null) {
      return bylines;
    }
    for (String property : new String[] {"author", "creator"}) {
      bylines.addAll(article.texts(property));
      if (!bylines.isEmpty()) {
        break;
      }
    }
    bylines.removeIf(byline -> byline.contains("://"));
    return bylines;
  }

  private Names meta(PageFacts facts, Set<String> site) {
    for (String name : META) {
      List<String> bylines = new ArrayList<>(facts.meta().all(name));
      bylines.removeIf(byline -> byline.contains("://") || byline.length() > 300);
      if (name.equals("twitter:data1")
          && !"written by".equalsIgnoreCase(facts.meta().first("twitter:label1"))) {
        continue;
      }
      Names found = names.of(bylines, site, facts.language());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return new Names(List.of(), List.of());
  }

  private Names visible(PageFacts facts, Set<String> site) {
    for (String query :
        new String[] {
          "[itemprop=author] [itemprop=name]",
          "[itemprop=author]:not(meta)",
          "a[rel~=author]",
          "[class~=(?i)\\bbyline[-_]{0,2}(author|name)]",
          "[class~=(?i)author[-_]{0,2}(name|link)], [data-testid~=(?i)author]",
          "a[href~=(?i)/(author|authors|autor|auteur|by|profile|people|staff|writers|reporters|contributors)/[^/?]{2}]",
          "[class~=(?i)\\bbyline]",
          "[class~=(?i)(^|[\\s_-])(author|autor|auteur)s?([\\s_-]|$)]"
        }) {
      Names found = names.of(lines(facts.document().select(query)), site, facts.language());
      if (!found.persons().isEmpty()) {
        return found;
      }
    }
    return byFirstWords(facts, site);
  }

  /** Texts of the first few matches that are as short as a byline. */
  private static List<String> lines(Elements matches) {
    List<String> lines = new ArrayList<>();
    for (Element match : matches.subList(0, Math.min(MOST_MATCHES, matches.size()))) {
      String text = match.nameIs("meta") ? match.attr("content") : match.text();
      if (isInSentence(match)) {
        continue;
      }
      if (!text.isBlank() && text.length() <= 160 && lines.size() < 4) {
        lines.add(text);
      } else if (!lines.isEmpty()) {
        break;
      }
    }
    return lines.size() > 3 ? lines.subList(0, 1) : lines;
  }

  /** A link in a text leads to somebody whom the article is about. */
  private static boolean isInSentence(Element match) {
    Element parent = match.parent();
    for (int i = 0; i < 3 && parent != null; i++, parent = parent.parent()) {
      if (parent.nameIs("p") && match.nameIs("a")) {
        return parent.text().length() > LONGEST_PARAGRAPH;
      }
    }
    return false;
  }

  /** A line of its own that opens as a byline does, or has one behind its date. */
  private Names byFirstWords(PageFacts facts, Set<String> site) {
    for (String line : facts.lines()) {
      if (line.length() <= 4 || line.length() >= 120) {
        continue;
      }
      String byline = names.opensByline(line) ? line : behindDate(line);
      Names found =
          byline == null
              ? new Names(List.of(), List.of())
              : names.of(List.of(byline), site, facts.language());
      if (!found.isEmpty() && found.persons().stream().noneMatch(Authors::isHeadline)) {
        return found;
      }
    }
    return new Names(List.of(), List.of());
  }

  private @Nullable String behindDate(String line) {
    long digits = line.chars().filter(Character::isDigit).count();
    return digits < DIGITS_OF_DATE ? null : names.bylineWithin(line);
  }

  /** "By Growing Cells, Scientists Dish Up Hybrid Food" opens as a byline does. */
  private static boolean isHeadline(String person) {
    return person.split(" ").length > MOST_WORDS;
  }
}
