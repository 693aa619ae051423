package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title: the heading that readers see, where what the page declares agrees with it. The
 * declared titles vote, because each of them is wrong on some sites (shortened for social media,
 * lengthened for search engines, with the site's name).
 */
public final class TitleFinder {

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s++[|\\-–—−:·•»«/~]{1,2}\\s++|\\s*+[|»｜]\\s*+");
  private static final int LONGEST = 400;
  private static final int MOST_HEADINGS = 100;

  private TitleFinder() {}

  /** The title, without site name and section; null where the page has none. */
  public static @Nullable String find(PageFacts facts) {
    Set<String> site = SiteName.spellings(facts);
    List<String> declared = declared(facts, site);
    String visible = visible(facts, site, declared);
    if (visible != null) {
      return withoutLabel(visible, declared);
    }
    return declared.isEmpty() ? facts.hints().title() : declared.getFirst();
  }

  /**
   * The titles of a page in their known spellings, folded, to recognise a repetition in its text.
   */
  public static Set<String> spellings(PageFacts facts) {
    Set<String> spellings = new LinkedHashSet<>();
    Set<String> site = SiteName.spellings(facts);
    declared(facts, site).forEach(title -> spellings.add(Phrases.fold(title)));
    String hint = facts.hints().title();
    if (hint != null) {
      spellings.add(Phrases.fold(hint));
    }
    facts.document().select("h1").stream()
        .limit(MOST_HEADINGS)
        .forEach(h1 -> spellings.add(Phrases.fold(h1.text())));
    spellings.remove("");
    return spellings;
  }

  /** A heading that is a declared title behind a label ("Opinion", "News") is that title. */
  private static String withoutLabel(String visible, List<String> declared) {
    String folded = Phrases.fold(visible);
    for (String title : declared) {
      String shorter = Phrases.fold(title);
      int label = folded.length() - shorter.length();
      if (shorter.length() > 15 && label > 0 && label <= 20 && folded.endsWith(" " + shorter)) {
        return title;
      }
    }
    return visible;
  }

  private static List<String> declared(PageFacts facts, Set<String> site) {
    List<String> titles = new ArrayList<>();
    Thing article = facts.structured().article();
    if (article != null) {
      add(titles, article.text("headline"), site);
      add(titles, article.text("name"), site);
    }
    add(titles, facts.meta().first("og:title"), site);
    add(titles, facts.meta().first("twitter:title", "twitter:text:title"), site);
    add(titles, facts.meta().first("headline", "parsely-title", "sailthru.title", "hdl"), site);
    add(titles, facts.meta().first("dc.title", "dcterms.title", "title", "citation_title"), site);
    add(titles, facts.document().title(), site);
    return titles;
  }

  private static void add(List<String> titles, @Nullable String title, Set<String> site) {
    if (title == null) {
      return;
    }
    String clean = withoutSite(collapse(title), site);
    if (!clean.isEmpty() && clean.length() <= LONGEST && !site.contains(SiteName.squash(clean))) {
      titles.add(clean);
    }
  }

  private static @Nullable String visible(
      PageFacts facts, Set<String> site, List<String> declared) {
    String best = null;
    double most = 0;
    List<Element> headings =
        facts.document().select("h1, [itemprop=headline]:not(meta), h2.headline, h2[class*=title]");
    for (Element heading : headings.subList(0, Math.min(MOST_HEADINGS, headings.size()))) {
      String text = collapse(heading.text());
      if (text.isEmpty() || text.length() > LONGEST || site.contains(SiteName.squash(text))) {
        continue;
      }
      double score = agreement(text, declared);
      if (heading.normalName().equals("h1")) {
        score += declared.isEmpty() ? 0.6 : 0.1;
      }
      if (score > most) {
        most = score;
        best = text;
      }
    }
    return most >= 0.45 ? best : null;
  }

  /** The best likeness to a declared title, 0 to 1. */
  private static double agreement(String text, List<String> declared) {
    Set<String> words = words(text);
    double best = 0;
    for (String title : declared) {
      Set<String> other = words(title);
      Set<String> common = new HashSet<>(words);
      common.retainAll(other);
      int smaller = Math.min(words.size(), other.size());
      int union = words.size() + other.size() - common.size();
      if (union > 0 && smaller > 0) {
        double jaccard = (double) common.size() / union;
        double contained = smaller >= 3 ? 0.8 * common.size() / smaller : 0;
        best = Math.max(best, Math.max(jaccard, contained));
      }
    }
    return best;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    String folded = Phrases.fold(text);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : ' ';
      boolean alone = c >= 0x2E80 && Character.isLetter(c);
      if (Character.isLetterOrDigit(c) && !alone) {
        word.append(c);
        continue;
      }
      if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (alone) {
        words.add(String.valueOf(c));
      }
    }
    return words;
  }

  /** Takes off "… | Site" and "Site: …", segment by segment, as long as a title is left. */
  static String withoutSite(String title, Set<String> site) {
    String rest = title;
    for (int round = 0; round < 3; round++) {
      String shorter = withoutLastSegment(rest, site);
      if (shorter.equals(rest)) {
        shorter = withoutFirstSegment(rest, site);
      }
      if (shorter.equals(rest)) {
        return rest;
      }
      rest = shorter;
    }
    return rest;
  }

  private static String withoutLastSegment(String title, Set<String> site) {
    var matcher = SEPARATOR.matcher(title);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      start = matcher.start();
      end = matcher.end();
    }
    return start > 0 && isSite(title.substring(end), site) ? title.substring(0, start) : title;
  }

  private static String withoutFirstSegment(String title, Set<String> site) {
    var matcher = SEPARATOR.matcher(title);
    return matcher.find()
            && matcher.start() > 0
            && isSite(title.substring(0, matcher.start()), site)
        ? title.substring(matcher.end())
        : title;
  }

  private static boolean isSite(String segment, Set<String> site) {
    String squashed = SiteName.squash(segment);
    return squashed.length() > 1
        && site.stream()
            .anyMatch(
                name ->
                    name.equals(squashed)
                        || (squashed.length() >= 4 && name.startsWith(squashed))
                        || (name.length() >= 4
                            && squashed.startsWith(name)
                            && squashed.length() <= 2 * name.length()));
  }

  static String collapse(String text) {
    return text.replaceAll("[\\s\\u00A0]++", " ").strip();
  }
}
