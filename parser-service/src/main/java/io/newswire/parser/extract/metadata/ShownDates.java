package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.RelativeDates;
import io.newswire.parser.extract.vocabulary.Phrases;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that a page shows its readers. Where a date stands says what it is the date of:
 * one beside the title is the article's, one in a comment, a teaser or a footer is not.
 */
final class ShownDates {

  /**
   * The dates shown.
   *
   * @param labelled the first one that is labelled as the publication
   * @param besideTitle the first one just below the title, else just above it
   * @param age the first one there that counts from the fetch, "3 hours ago"; one that tells but a
   *     day, "yesterday", may be a word of any line, and any full date is surer
   * @param anywhere the first other one
   * @param updated the first one that is labelled as a change
   */
  record Shown(
      @Nullable ExtractedDate labelled,
      @Nullable ExtractedDate besideTitle,
      @Nullable ExtractedDate age,
      @Nullable ExtractedDate anywhere,
      @Nullable ExtractedDate updated) {

    /** What may be the date of publication, the surest first. */
    Stream<ExtractedDate> published() {
      return age == null || !age.timed()
          ? Stream.of(labelled, besideTitle, anywhere, age).filter(Objects::nonNull)
          : Stream.of(labelled, besideTitle, age, anywhere).filter(Objects::nonNull);
    }
  }

  /** A longer heading was never closed, and holds the article as well. */
  private static final int LONGEST_TITLE = 400;

  private static final int MOST_HEADINGS = 50;

  private final DateCheck check;
  private final DateLabels labels;
  private final RelativeDates relative;
  private final Set<String> apartWords = new HashSet<>(WordLists.read("apart-words"));

  ShownDates(DateCheck check, DateLabels labels, RelativeDates relative) {
    this.check = check;
    this.labels = labels;
    this.relative = relative;
  }

  Shown find(PageFacts facts) {
    Element headline = headline(facts);
    int length = headline == null ? 0 : Math.min(headline.text().length(), LONGEST_TITLE);
    Element body = facts.document().body();
    GatheredDates gathered = new GatheredDates(labels, length);
    ApartRegions apart = new ApartRegions(facts, headline, apartWords, body.text().length());
    ShownAges ages =
        new ShownAges(facts.hints(), facts.language(), relative, new GatheredDates(labels, length));
    body.traverse(new DateWalk(facts, headline, check, labels, apart, gathered, ages));
    return ages.beside(gathered.shown());
  }

  /** The heading that repeats a declared title, else the first. */
  private static @Nullable Element headline(PageFacts facts) {
    List<Element> headings = facts.document().body().select("h1");
    String title = facts.title();
    String folded = title == null ? "" : Phrases.fold(title);
    return headings.stream()
        .limit(MOST_HEADINGS)
        .filter(heading -> isTitle(heading.text(), folded))
        .findFirst()
        .orElse(headings.isEmpty() ? null : headings.getFirst());
  }

  private static boolean isTitle(String heading, String folded) {
    return heading.length() <= LONGEST_TITLE && Phrases.fold(heading).equals(folded);
  }
}
