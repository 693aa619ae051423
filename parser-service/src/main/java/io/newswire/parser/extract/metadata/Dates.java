package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import io.newswire.parser.extract.date.DateLabels;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.FoundDate;
import io.newswire.parser.extract.vocabulary.WordLists;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when an article was published and last changed. */
public final class Dates {

  /** Before it there was no news on the web. */
  private static final Instant FIRST = Instant.parse("1995-01-01T00:00:00Z");

  /** Clocks and zones may be off by so much before a date lies in the future. */
  private static final Duration AHEAD = Duration.ofHours(26);

  private static final Pattern IN_URL =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9](?=/)|[a-z]{3}(?=/))[/_-]?(0[1-9]|[12]\\d|3[01]|[1-9](?=/))(?!\\d)");

  private final DateReader reader;
  private final DateLabels labels;
  private final List<String> publishedNames = WordLists.read("published-names");
  private final List<String> updatedNames = WordLists.read("updated-names");

  public Dates(DateReader reader, DateLabels labels) {
    this.reader = reader;
    this.labels = labels;
  }

  /** When the article was published. */
  public @Nullable ExtractedDate published(PageFacts facts) {
    ExtractedDate date =
        structured(facts, "datePublished", "dateCreated", "uploadDate", "startDate");
    date = date == null ? meta(facts, publishedNames) : date;
    date = date == null ? microdata(facts, "datePublished", "dateCreated") : date;
    ExtractedDate url = inUrl(facts);
    if (date == null) {
      ExtractedDate shown = timeElement(facts);
      boolean other = shown != null && url != null && !isNear(shown, url);
      date = shown == null || other ? url : shown;
    }
    return date == null ? visible(facts) : withDayOf(date, url);
  }

  private static boolean isNear(ExtractedDate a, ExtractedDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a.day(), b.day())) <= 1;
  }

  /** A time in UTC says little about the day that the site counts; its address says which it is. */
  private static ExtractedDate withDayOf(ExtractedDate date, @Nullable ExtractedDate url) {
    boolean utc = date.day().equals(date.instant().atOffset(ZoneOffset.UTC).toLocalDate());
    return url != null && utc && isNear(date, url)
        ? new ExtractedDate(date.instant(), url.day(), date.source())
        : date;
  }

  /** When the article was changed last, where that is later than its publication. */
  public @Nullable ExtractedDate updated(PageFacts facts, @Nullable ExtractedDate published) {
    ExtractedDate date = structured(facts, "dateModified");
    date = date == null ? meta(facts, updatedNames) : date;
    date = date == null ? microdata(facts, "dateModified") : date;
    date = date == null ? labelled(facts, DateLabels.Label.UPDATED) : date;
    boolean later =
        date != null && (published == null || date.instant().isAfter(published.instant()));
    return later ? date : null;
  }

  private @Nullable ExtractedDate structured(PageFacts facts, String... properties) {
    Thing article = facts.structured().article();
    for (String property : properties) {
      ExtractedDate date =
          article == null ? null : believed(article.text(property), facts, Source.PAGE);
      if (date != null) {
        return date;
      }
      for (Thing thing : facts.structured().things()) {
        boolean page = thing.is("WebPage") || thing.is("ItemPage") || thing.is("CollectionPage");
        date = page ? believed(thing.text(property), facts, Source.PAGE) : null;
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private @Nullable ExtractedDate meta(PageFacts facts, List<String> names) {
    for (String name : names) {
      ExtractedDate date = believed(facts.meta().first(name), facts, Source.PAGE);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  private @Nullable ExtractedDate microdata(PageFacts facts, String... properties) {
    for (String property : properties) {
      for (Element element :
          facts.document().select("[itemprop=" + property + "], [property$=" + property + "]")) {
        ExtractedDate date = ofElement(element, facts);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  /** The first time element that is not labelled as a change. */
  private @Nullable ExtractedDate timeElement(PageFacts facts) {
    ExtractedDate fallback = null;
    int looked = 0;
    for (Element time :
        facts
            .document()
            .select(
                "time, relative-time, [class~=(?i)publish|posted|pubdate|timestamp|dateline]")) {
      if (looked++ > 40) {
        break;
      }
      ExtractedDate date = ofElement(time, facts);
      if (date == null) {
        continue;
      }
      Element parent = time.parent();
      String context =
          time.className()
              + " "
              + time.ownText()
              + " "
              + (parent == null ? "" : parent.className() + " " + parent.ownText());
      boolean change =
          context.length() < 400 && labels.opening(context) == DateLabels.Label.UPDATED
              || context.toLowerCase(Locale.ROOT).contains("updated")
              || context.toLowerCase(Locale.ROOT).contains("modified");
      if (!change) {
        return date;
      }
      fallback = fallback == null ? date : fallback;
    }
    return fallback;
  }

  private @Nullable ExtractedDate ofElement(Element element, PageFacts facts) {
    for (String attribute :
        new String[] {"datetime", "content", "data-datetime", "data-date", "title"}) {
      ExtractedDate date = believed(element.attr(attribute), facts, Source.PAGE);
      if (date != null) {
        return date;
      }
    }
    String text = element.childNodeSize() > 20 ? "" : element.text();
    return text.length() > 120 ? null : believed(text, facts, Source.PAGE);
  }

  private @Nullable ExtractedDate inUrl(PageFacts facts) {
    Matcher matcher = IN_URL.matcher(facts.url().toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      String month = matcher.group(2);
      String text =
          Character.isDigit(month.charAt(0))
              ? matcher.group(1) + "-" + month + "-" + matcher.group(3)
              : matcher.group(3) + " " + month + " " + matcher.group(1);
      ExtractedDate date = believed(text, facts, Source.URL);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** A date in the text: a labelled one before one that stands alone in a short line. */
  private @Nullable ExtractedDate visible(PageFacts facts) {
    ExtractedDate labelled = labelled(facts, DateLabels.Label.PUBLISHED);
    if (labelled != null) {
      return labelled;
    }
    for (String line : facts.lines()) {
      if (line.length() <= 90) {
        ExtractedDate date = found(line, facts);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private @Nullable ExtractedDate labelled(PageFacts facts, DateLabels.Label label) {
    for (String line : facts.lines()) {
      if (line.length() <= 160 && labels.opening(line) == label) {
        ExtractedDate date = found(line, facts);
        if (date != null) {
          return date;
        }
      }
    }
    return null;
  }

  private @Nullable ExtractedDate found(String line, PageFacts facts) {
    return sane(reader.find(line, PageLanguage.find(facts)), facts, Source.TEXT);
  }

  private @Nullable ExtractedDate believed(@Nullable String text, PageFacts facts, Source source) {
    if (text == null || text.length() < 6) {
      return null;
    }
    return sane(reader.read(text, PageLanguage.find(facts)), facts, source);
  }

  /** A date in the future or before the web is not believed. */
  private static @Nullable ExtractedDate sane(
      @Nullable FoundDate date, PageFacts facts, Source source) {
    return date == null ? null : sane(date, facts.hints().now(), source);
  }

  /**
   * The date, where it is not before the web.
   *
   * @param now the time that a date must not be after; null believes any
   */
  public static @Nullable ExtractedDate sane(FoundDate date, @Nullable Instant now, Source source) {
    Instant instant = date.instant();
    boolean future = now != null && instant.isAfter(now.plus(AHEAD));
    return future || instant.isBefore(FIRST)
        ? null
        : new ExtractedDate(instant, date.day(), source);
  }
}
