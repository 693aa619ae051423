package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.FoundDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads dates and believes those that an article on the web can have. */
final class DateCheck {

  /** Before it there was no news on the web. */
  private static final Instant FIRST = Instant.parse("1995-01-01T00:00:00Z");

  /** Clocks and zones may be off by so much before a date lies in the future. */
  private static final Duration AHEAD = Duration.ofHours(26);

  private static final int SHORTEST = 6;
  private static final int LONGEST = 120;

  private static final List<String> ATTRIBUTES = List.of("datetime", "content", "title");

  /** Words in the name of a data attribute that holds a moment. */
  private static final Pattern DATA =
      Pattern.compile(
          "data-(?:[a-z]+-){0,3}(?:date|time|datetime|timestamp|epoch|unix|unixtime|utc|iso|publish|published)(?:-[a-z]+){0,2}");

  /** Words in the name of one that holds another moment than that of the publication. */
  private static final Pattern OTHER_MOMENT =
      Pattern.compile(
          "-(?:modified|updated?|changed?|edited|expir(?:es?|ed|y|ation)|ends?|until|event|valid|starts?)(?:-|$)");

  /** The top-level domain of a country. */
  private static final Pattern COUNTRY = Pattern.compile("\\.[a-z]{2}$");

  /**
   * Domains of countries that write the month first, and those that are used all over the world.
   */
  private static final Set<String> NO_COUNTRY =
      Set.of(
          ".us", ".ph", ".ca", ".ai", ".am", ".cc", ".co", ".fm", ".gg", ".gl", ".io", ".is", ".la",
          ".ly", ".me", ".mp", ".pr", ".sh", ".so", ".st", ".to", ".tv", ".ws");

  /** A language that writes the day before the month. */
  private static final String DAY_FIRST = "en-GB";

  private final DateReader reader;

  DateCheck(DateReader reader) {
    this.reader = reader;
  }

  /** The date that a machine or a person wrote, or null. */
  @Nullable ExtractedDate believed(@Nullable String text, PageFacts facts, Source source) {
    if (text == null || text.length() < SHORTEST) {
      return null;
    }
    FoundDate found = reader.read(text, language(facts));
    ExtractedDate date = sane(found, facts, source);
    return date == null && isYearFirst(found, facts)
        ? sane(reader.read(text, DAY_FIRST), facts, source)
        : date;
  }

  /** The first date that a person wrote in a text, or null. */
  @Nullable ExtractedDate found(String text, PageFacts facts) {
    FoundDate found = reader.find(text, language(facts));
    ExtractedDate date = sane(found, facts, Source.TEXT);
    return date == null && isYearFirst(found, facts)
        ? sane(reader.find(text, DAY_FIRST), facts, Source.TEXT)
        : date;
  }

  /** Whether a date may have a day for its year, as not all of East Asia writes the year first. */
  private static boolean isYearFirst(@Nullable FoundDate found, PageFacts facts) {
    return found != null && DateReader.isYearFirst(facts.language());
  }

  /**
   * The date of a time element or the like: what it says to machines, on the day that it shows to
   * people; else what it shows.
   */
  @Nullable ExtractedDate ofElement(Element element, PageFacts facts) {
    String text = element.childNodeSize() > 20 ? "" : element.text();
    ExtractedDate shown = text.length() > LONGEST ? null : believed(text, facts, Source.PAGE);
    ExtractedDate stated = ofAttributes(element, facts);
    return stated == null || shown == null
        ? stated == null ? shown : stated
        : Moments.asShown(stated, shown);
  }

  /** What an element says to machines, or null. */
  @Nullable ExtractedDate ofAttributes(Element element, PageFacts facts) {
    for (String attribute : ATTRIBUTES) {
      ExtractedDate date = believed(element.attr(attribute), facts, Source.PAGE);
      if (date != null) {
        return date;
      }
    }
    return ofData(element, facts);
  }

  /** The moment in a data attribute, in one of the publication before any other. */
  private @Nullable ExtractedDate ofData(Element element, PageFacts facts) {
    ExtractedDate other = null;
    for (Attribute attribute : element.attributes()) {
      String name = attribute.getKey();
      if (DATA.matcher(name).matches() && !OTHER_MOMENT.matcher(name).find()) {
        ExtractedDate date = believed(attribute.getValue(), facts, Source.PAGE);
        if (date != null && name.contains("publish")) {
          return date;
        }
        other = other == null ? date : other;
      }
    }
    return other;
  }

  private static @Nullable ExtractedDate sane(
      @Nullable FoundDate date, PageFacts facts, Source source) {
    return date == null ? null : sane(date, facts.hints().now(), source);
  }

  /** The date, where it is neither before the web nor in the future. */
  static @Nullable ExtractedDate sane(FoundDate date, @Nullable Instant now, Source source) {
    Instant instant = date.instant();
    boolean future = now != null && instant.isAfter(now.plus(AHEAD));
    return future || instant.isBefore(FIRST) ? null : ExtractedDate.of(date, source);
  }

  /**
   * The declared language; English without a region is that of the host's country, and nearly all
   * countries write the day before the month.
   */
  private static @Nullable String language(PageFacts facts) {
    String language = facts.language();
    boolean english = language == null || language.toLowerCase(Locale.ROOT).equals("en");
    Matcher country = COUNTRY.matcher(SiteName.host(facts.url()));
    return english && country.find() && !NO_COUNTRY.contains(country.group())
        ? DAY_FIRST
        : language;
  }
}
