package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the dates that a page declares for machines, the most trusted first. */
final class DeclaredDates {

  private static final List<String> PUBLISHED =
      List.of("datePublished", "dateCreated", "uploadDate", "startDate");
  private static final List<String> UPDATED = List.of("dateModified");
  private static final List<String> PAGES = List.of("webpage", "itempage", "collectionpage");
  private static final int MOST_ELEMENTS = 20;

  private final DateCheck check;
  private final DateNames publishedNames = DateNames.read("published-names");
  private final DateNames updatedNames = DateNames.read("updated-names");

  DeclaredDates(DateCheck check) {
    this.check = check;
  }

  /** Dates of publication. */
  List<ExtractedDate> published(PageFacts facts) {
    List<ExtractedDate> dates = new ArrayList<>();
    structured(facts, PUBLISHED, dates);
    meta(facts, publishedNames, dates);
    microdata(facts, PUBLISHED.subList(0, 2), dates);
    return dates;
  }

  /** Dates of a change. */
  List<ExtractedDate> updated(PageFacts facts) {
    List<ExtractedDate> dates = new ArrayList<>();
    structured(facts, UPDATED, dates);
    meta(facts, updatedNames, dates);
    microdata(facts, UPDATED, dates);
    return dates;
  }

  private void structured(PageFacts facts, List<String> properties, List<ExtractedDate> dates) {
    Thing article = facts.structured().article();
    for (String property : properties) {
      if (article != null) {
        add(dates, check.believed(article.text(property), facts, Source.PAGE));
      }
      for (Thing thing : facts.structured().things()) {
        if (thing.types().stream().anyMatch(PAGES::contains)) {
          add(dates, check.believed(thing.text(property), facts, Source.PAGE));
        }
      }
    }
  }

  private void meta(PageFacts facts, DateNames names, List<ExtractedDate> dates) {
    for (String name : names.in(facts.meta())) {
      add(dates, check.believed(facts.meta().first(name), facts, Source.PAGE));
    }
  }

  private void microdata(PageFacts facts, List<String> properties, List<ExtractedDate> dates) {
    for (String property : properties) {
      facts.document().select("[itemprop=" + property + "], [property$=" + property + "]").stream()
          .limit(MOST_ELEMENTS)
          .forEach(element -> add(dates, check.ofElement(element, facts)));
    }
  }

  private static void add(List<ExtractedDate> dates, @Nullable ExtractedDate date) {
    if (date != null) {
      dates.add(date);
    }
  }
}
