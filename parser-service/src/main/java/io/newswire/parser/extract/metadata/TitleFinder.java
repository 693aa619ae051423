package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.vocabulary.Phrases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Finds the title: the heading that readers see, where what the page declares agrees with it. The
 * declared titles vote, because each of them is wrong on some sites (shortened for social media,
 * lengthened for search engines, with the site's name).
 */
public final class TitleFinder {

  private static final Pattern ENTITY =
      Pattern.compile(
          "&(?:#\\d{2,5}|#[xX][0-9a-fA-F]{2,4}|amp|quot|apos|nbsp|hellip|[mn]dash|[lr][sd]quo|[lr]aquo);");

  /** Words of the class of what stands in a heading beside the title. */
  private static final String LABELS =
      "[class~=(?i)(?:^|[\\s_-])(?:kicker|eyebrow|overline|rubric|category|section|label|badge|tag|topic|comments?|count|sr-only|visually-hidden)(?:$|[\\s_-])]";

  /** When it was published, or what is meant by a title such as "What happened on 3 May 1999". */
  private static final String DATES = "time, small:matchesOwn(\\d{4})";

  private static final Pattern ENDS_APART = Pattern.compile("(?:^|[|•·])\\s*+$");
  private static final Pattern OPENS_APART = Pattern.compile("^\\s*+(?:$|[|•·])");

  private static final int LONGEST = 400;

  /** What is declared beyond this is no title, whatever is taken off it. */
  private static final int LONGEST_DECLARED = 5_000;

  private static final int MOST_HEADINGS = 100;
  private static final int MOST_DATES = 3;
  private static final int SHORTEST_LABELLED = 15;
  private static final int LONGEST_LABEL = 20;
  private static final int FEWEST_WORDS = 3;

  private TitleFinder() {}

  /** The title, without site name and section; null where the page has none. */
  public static @Nullable String find(PageFacts facts) {
    TitleSegments segments = facts.titleSegments();
    List<String> declared = declared(facts, segments);
    String visible = visible(facts, segments, declared);
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
    declared(facts, facts.titleSegments()).forEach(title -> spellings.add(Phrases.fold(title)));
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

  /** A heading that is a declared title beside a label ("Opinion", "[Watch]") is that title. */
  private static String withoutLabel(String visible, List<String> declared) {
    String folded = withoutQuotes(visible);
    for (String title : declared) {
      String shorter = withoutQuotes(title);
      int label = folded.length() - shorter.length();
      boolean labelled = folded.endsWith(" " + shorter) || isBracketed(folded, shorter);
      if (shorter.length() > SHORTEST_LABELLED && label > 0 && label <= LONGEST_LABEL && labelled) {
        return visible.length() == folded.length() && folded.startsWith(shorter)
            ? visible.substring(0, shorter.length())
            : title;
      }
    }
    return visible;
  }

  /** Behind a title, words are the end of a longer one where they have no brackets. */
  private static boolean isBracketed(String folded, String shorter) {
    return folded.startsWith(shorter + " [") || folded.startsWith(shorter + " (");
  }

  /** Folded, with one kind of quotation marks, as templates change them. */
  private static String withoutQuotes(String title) {
    return Phrases.fold(title).replaceAll("[\"“”„«»']", "'");
  }

  private static List<String> declared(PageFacts facts, TitleSegments segments) {
    List<String> titles = new ArrayList<>();
    Thing article = facts.structured().article();
    if (article != null) {
      add(titles, article.text("headline"), segments);
      add(titles, article.text("name"), segments);
    }
    add(titles, facts.meta().first("og:title"), segments);
    add(titles, facts.meta().first("twitter:title", "twitter:text:title"), segments);
    add(titles, facts.meta().first("headline", "parsely-title", "sailthru.title", "hdl"), segments);
    add(
        titles,
        facts.meta().first("dc.title", "dcterms.title", "title", "citation_title"),
        segments);
    String title = facts.document().title();
    if (title.length() <= LONGEST_DECLARED) {
      add(titles, TitleSegments.titleBeforeSign(segments.titleIn(collapse(title))), segments);
    }
    return titles;
  }

  private static void add(List<String> titles, @Nullable String title, TitleSegments segments) {
    if (title == null || title.length() > LONGEST_DECLARED) {
      return;
    }
    String clean = segments.titleIn(collapse(title));
    if (!clean.isEmpty() && clean.length() <= LONGEST && !segments.isSite(clean)) {
      titles.add(clean);
    }
  }

  private static @Nullable String visible(
      PageFacts facts, TitleSegments segments, List<String> declared) {
    String best = null;
    double most = 0;
    List<Element> headings =
        facts.document().select("h1, [itemprop=headline]:not(meta), h2.headline, h2[class*=title]");
    for (Element heading : headings.subList(0, Math.min(MOST_HEADINGS, headings.size()))) {
      String text = text(heading, declared);
      if (text.isEmpty()
          || text.length() > LONGEST
          || segments.isSite(text)
          || SiteMentions.isSiteHeading(heading)) {
        continue;
      }
      double score = agreement(text, declared);
      boolean first = heading.normalName().equals("h1");
      boolean alone = declared.isEmpty() || first && isAlone(heading, headings, text, declared);
      score += alone ? first ? 0.6 : 0.5 : first ? 0.1 : 0;
      if (score > most) {
        most = score;
        best = text;
      }
    }
    return most >= 0.45 ? best : null;
  }

  /** A site that declares nothing but a word or two means itself, whatever its page is about. */
  private static boolean isAlone(
      Element heading, List<Element> headings, String text, List<String> declared) {
    return words(text).size() > FEWEST_WORDS
        && declared.stream().allMatch(title -> words(title).size() < FEWEST_WORDS)
        && headings.stream().allMatch(other -> other == heading || !other.nameIs("h1"));
  }

  /** The words of a heading, without a label or a date in an element of its own. */
  private static String text(Element heading, List<String> declared) {
    String whole = collapse(heading.text());
    if (whole.length() > LONGEST || heading.childrenSize() == 0) {
      return whole;
    }
    Element bare = heading.clone();
    bare.select(LABELS).stream().filter(label -> label != bare).forEach(Node::remove);
    withoutDates(bare, declared);
    String text = collapse(bare.text());
    return words(text).size() < 3 ? whole : text;
  }

  /** Takes off what says when it was published, and leaves a date that the title needs. */
  private static void withoutDates(Element heading, List<String> declared) {
    List<Element> dates =
        heading.select(DATES).stream()
            .filter(date -> date != heading && date.hasText())
            .limit(MOST_DATES)
            .toList();
    if (dates.isEmpty()) {
      return;
    }
    String parted = parted(heading);
    for (Element date : dates) {
      String text = date.text();
      if (isSetApart(text, parted) || isDeclaredWithout(text, heading.text(), declared)) {
        date.remove();
      }
    }
  }

  /** A heading's words, with a bar for each line break and at both ends of each block in it. */
  private static String parted(Element heading) {
    Element parted = heading.clone();
    parted.select("*").stream()
        .filter(part -> part != parted && (part.isBlock() || part.nameIs("br")))
        .forEach(part -> part.before("|").after("|"));
    return parted.text();
  }

  private static boolean isSetApart(String date, String parted) {
    int at = parted.lastIndexOf(date);
    return at >= 0
        && ENDS_APART.matcher(parted.substring(0, at)).find()
        && OPENS_APART.matcher(parted.substring(at + date.length())).find();
  }

  /** Whether a declared title is the heading without this date, and says nothing of it. */
  private static boolean isDeclaredWithout(String date, String heading, List<String> declared) {
    Set<String> rest = words(heading.replace(date, " "));
    Set<String> own = words(date);
    return declared.stream()
        .map(TitleFinder::words)
        .anyMatch(
            title ->
                title.equals(rest) || title.containsAll(rest) && Collections.disjoint(title, own));
  }

  /**
   * The best likeness to a declared title, 0 to 1. One or two words, such as a section's, must be
   * the first declared title.
   */
  private static double agreement(String text, List<String> declared) {
    Set<String> words = words(text);
    double best = 0;
    for (String title :
        words.size() < 3 && !declared.isEmpty() ? declared.subList(0, 1) : declared) {
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

  /** Single spaces; entities that were escaped twice are decoded, where no markup comes of it. */
  static String collapse(String text) {
    String spaced = spaced(text);
    if (!ENTITY.matcher(spaced).find()) {
      return spaced;
    }
    String decoded = spaced(Parser.unescapeEntities(spaced, false));
    return decoded.indexOf('<') < 0 ? decoded : spaced;
  }

  private static String spaced(String text) {
    return text.replaceAll("[\\s\\u00A0]++", " ").strip();
  }
}
