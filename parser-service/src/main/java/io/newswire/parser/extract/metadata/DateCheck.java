package io.newswire.parser.extract.metadata;

import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.ExtractedDate.Source;
import io.newswire.parser.extract.date.DateReader;
import io.newswire.parser.extract.date.FoundDate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  private static final List<String> ATTRIBUTES =
      List.of("datetime", "content", "data-datetime", "data-date", "title");

  /** Endings of hosts in countries that write the day before the month, in English too. */
  private static final List<String> DAY_FIRST =
      List.of(".uk", ".au", ".nz", ".ie", ".in", ".za", ".ng", ".ke", ".gh", ".pk", ".sg", ".my");

  private final DateReader reader;

  DateCheck(DateReader reader) {
    this.reader = reader;
  }

  /** The date that a machine or a person wrote, or null. */
  @Nullable ExtractedDate believed(@Nullable String text, PageFacts facts, Source source) {
    return text == null || text.length() < SHORTEST
        ? null
        : sane(reader.read(text, language(facts)), facts, source);
  }

  /** The first date that a person wrote in a text, or null. */
  @Nullable ExtractedDate found(String text, PageFacts facts) {
    return sane(reader.find(text, language(facts)), facts, Source.TEXT);
  }

  /** The date of a time element or the like: what it says to machines, else what it shows. */
  @Nullable ExtractedDate ofElement(Element element, PageFacts facts) {
    for (String attribute : ATTRIBUTES) {
      ExtractedDate date = believed(element.attr(attribute), facts, Source.PAGE);
      if (date != null) {
        return date;
      }
    }
    String text = element.childNodeSize() > 20 ? "" : element.text();
    return text.length() > LONGEST ? null : believed(text, facts, Source.PAGE);
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

  /** The declared language; English without a region is that of the host's country. */
  private static @Nullable String language(PageFacts facts) {
    String language = facts.language();
    boolean english = language == null || language.toLowerCase(Locale.ROOT).equals("en");
    String host = SiteName.host(facts.url());
    return english && DAY_FIRST.stream().anyMatch(host::endsWith) ? "en-GB" : language;
  }
}
