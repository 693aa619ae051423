package io.newswire.parser.extract.metadata;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the site's name and the section off a declared title. Titles are made by templates, "title
 * | section | site" or the other way round: what stands at an end and names the site is no part of
 * the title, and neither is a short segment that the same separator puts between the two.
 */
final class TitleSegments {

  static final Pattern SEPARATOR =
      Pattern.compile("\\s++[|\\-–—−:·•⋆›»«/~<]{1,2}\\s++|\\s*+[|»｜]\\s*+");

  /** East Asia puts no spaces around what parts a title from the site's name. */
  private static final Pattern TIGHT = Pattern.compile("\\s*+(?:_|-{1,2}|：|—{1,2}|·|・)\\s*+");

  /** A sign that stands in titles for little else than the site behind it. */
  private static final Pattern SURE = Pattern.compile("\\s*+[|｜»]\\s*+|\\s++::\\s++");

  /** Characters that part a title from the site's name, whatever else that name has in it. */
  private static final String PARTING = "|｜-–—−:·•⋆›»«/~<";

  private static final int MOST_ROUNDS = 4;

  private static final int LONGEST_ENDING = 100;

  /** An article and the like before a name, as in "Der Wendbote". */
  private static final int LONGEST_ARTICLE = 4;

  private static final int FEWEST_WORDS = 3;

  private final Set<String> site;
  private final Set<String> passing;
  private final Set<String> sections;

  private TitleSegments(Set<String> site, Set<String> passing, Set<String> sections) {
    this.site = site;
    this.passing = passing;
    this.sections = sections;
  }

  static TitleSegments of(PageFacts facts) {
    return new TitleSegments(SiteName.spellings(facts), SiteMentions.of(facts), sections(facts));
  }

  private static Set<String> sections(PageFacts facts) {
    Set<String> sections = new HashSet<>();
    for (String meta :
        List.of("article:section", "section", "og:section", "parsely-section", "category")) {
      facts.meta().all(meta).forEach(section -> sections.add(SiteName.squash(section)));
    }
    Thing article = facts.structured().article();
    if (article != null) {
      article.texts("articleSection").forEach(section -> sections.add(SiteName.squash(section)));
    }
    sections.remove("");
    return sections;
  }

  /** Whether a text names the site and nothing else. */
  boolean isSite(String text) {
    String squashed = SiteName.squash(text);
    return site.contains(squashed) || passing.contains(squashed);
  }

  /** Takes off what is no title, segment by segment, as long as a title is left. */
  String titleIn(String title) {
    String rest = title;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String shorter = withoutLast(rest, SEPARATOR);
      if (shorter.equals(rest)) {
        shorter = withoutFirst(rest);
      }
      if (shorter.equals(rest) && rest.codePoints().anyMatch(c -> c >= 0x2E80)) {
        shorter = withoutLast(rest, TIGHT);
      }
      if (shorter.equals(rest)) {
        shorter = withoutSite(rest);
      }
      if (shorter.equals(rest)) {
        return rest;
      }
      rest = shorter;
    }
    return rest;
  }

  /** A name of the site is often one that has separators within, or no space before it. */
  private String withoutSite(String title) {
    for (int i = Math.max(1, title.length() - LONGEST_ENDING); i < title.length() - 1; i++) {
      boolean spaced = title.charAt(i - 1) == ' ' || title.charAt(i + 1) == ' ';
      if (spaced && PARTING.indexOf(title.charAt(i)) >= 0) {
        String name = SiteName.squash(title.substring(i + 1));
        if (name.length() > LONGEST_ARTICLE && site.contains(name)) {
          return title.substring(0, i).strip();
        }
      }
    }
    return title;
  }

  /**
   * The title before a sign that hardly stands for anything else, where what is behind it is short:
   * for titles of which nothing else tells the site's name.
   */
  static String titleBeforeSign(String title) {
    Matcher matcher = SURE.matcher(title);
    if (!matcher.find() || matcher.start() == 0) {
      return title;
    }
    String before = title.substring(0, matcher.start());
    String behind = title.substring(matcher.end());
    boolean template =
        wordCount(before) >= FEWEST_WORDS
            && before.length() > behind.length()
            && wordCount(behind) <= 2 * FEWEST_WORDS;
    return template ? before : title;
  }

  private String withoutLast(String title, Pattern separator) {
    Matcher matcher = separator.matcher(title);
    int start = -1;
    int end = -1;
    while (matcher.find()) {
      start = matcher.start();
      end = matcher.end();
    }
    if (start <= 0) {
      return title;
    }
    String rest = title.substring(0, start);
    String segment = title.substring(end);
    if (isSection(segment, rest)) {
      return rest;
    }
    return isSiteSegment(segment) ? withoutMiddle(rest, title.substring(start, end), true) : title;
  }

  private String withoutFirst(String title) {
    Matcher matcher = SEPARATOR.matcher(title);
    if (!matcher.find() || matcher.start() == 0) {
      return title;
    }
    String rest = title.substring(matcher.end());
    String segment = title.substring(0, matcher.start());
    // "Brexit – what happens now?" is one sentence.
    if (isSection(segment, rest) && !Character.isLowerCase(rest.codePointAt(0))) {
      return rest;
    }
    return isSiteSegment(segment) ? withoutMiddle(rest, matcher.group(), false) : title;
  }

  /** "Title - Traffic - Site" is made by a template as a whole. */
  private static String withoutMiddle(String rest, String separator, boolean last) {
    int at = last ? rest.lastIndexOf(separator) : rest.indexOf(separator);
    if (at <= 0) {
      return rest;
    }
    String title = last ? rest.substring(0, at) : rest.substring(at + separator.length());
    String middle = last ? rest.substring(at + separator.length()) : rest.substring(0, at);
    boolean section =
        wordCount(middle) < FEWEST_WORDS
            && wordCount(title) >= FEWEST_WORDS
            && 2 * middle.length() <= title.length()
            && !Character.isLowerCase(middle.codePointAt(0));
    return section ? title : rest;
  }

  private boolean isSection(String segment, String rest) {
    return sections.contains(SiteName.squash(segment)) && wordCount(rest) >= FEWEST_WORDS;
  }

  private static int wordCount(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private boolean isSiteSegment(String segment) {
    String squashed = SiteName.squash(segment);
    return squashed.length() > 1
        && (site.stream().anyMatch(name -> isSpelling(squashed, name))
            || passing.stream().anyMatch(name -> isSame(squashed, name)));
  }

  /** Sites shorten their names, lengthen them ("… Online") and put articles before them. */
  private static boolean isSpelling(String segment, String name) {
    int enough = enough(segment);
    return isSame(segment, name)
        || segment.length() >= enough && name.startsWith(segment)
        || name.length() >= enough
            && segment.startsWith(name)
            && segment.length() <= 2 * name.length();
  }

  /** Whether nothing but an article makes the difference. */
  private static boolean isSame(String segment, String name) {
    int enough = enough(segment);
    return name.equals(segment)
        || segment.length() >= enough && isWithArticle(name, segment)
        || name.length() >= enough && isWithArticle(segment, name);
  }

  /** Characters that are enough of a name. */
  private static int enough(String segment) {
    return segment.codePointAt(0) >= 0x2E80 ? 2 : 4;
  }

  private static boolean isWithArticle(String longer, String shorter) {
    return longer.endsWith(shorter) && longer.length() - shorter.length() <= LONGEST_ARTICLE;
  }
}
