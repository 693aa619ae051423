package io.newswire.parser.normalize;

import io.newswire.parser.article.DateSource;
import io.newswire.parser.article.Origin;
import io.newswire.parser.article.RawArticle;
import io.newswire.parser.extract.ExtractedDate;
import io.newswire.parser.extract.Extraction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an article.
 *
 * @param published publication; the first sight of the entry where no date is credible
 * @param source where {@code published} comes from
 * @param updated the last change as the publisher states it, where that is after the publication
 */
record Dates(Instant published, DateSource source, @Nullable Instant updated) {

  /** No web page is older. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks and time zones of publishers are off by up to a day. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private record Candidate(Instant at, DateSource source) {}

  /**
   * The first credible one of: the feed's publication date, the page's own, the feed's last change
   * (all that many Atom feeds have), the date in the visible text, the date in the address, the
   * first sight.
   */
  static Dates of(RawArticle raw, @Nullable Extraction page) {
    RawArticle.Entry entry = raw.entry();
    DateSource given = raw.origin() == Origin.SUBMISSION ? DateSource.SUBMISSION : DateSource.FEED;
    ExtractedDate extracted = page == null ? null : page.published();
    List<Candidate> candidates = new ArrayList<>();
    add(candidates, entry.published(), given);
    addIfFrom(candidates, extracted, ExtractedDate.Source.PAGE, DateSource.PAGE);
    add(candidates, entry.updated(), given);
    addIfFrom(candidates, extracted, ExtractedDate.Source.TEXT, DateSource.TEXT);
    addIfFrom(candidates, extracted, ExtractedDate.Source.URL, DateSource.URL);
    Candidate published =
        candidates.stream()
            .filter(candidate -> isCredible(candidate.at(), raw.fetchedAt()))
            .findFirst()
            .orElse(new Candidate(raw.firstSeenAt(), DateSource.FIRST_SEEN));
    return new Dates(published.at(), published.source(), updated(raw, page, published.at()));
  }

  private static @Nullable Instant updated(
      RawArticle raw, @Nullable Extraction page, Instant published) {
    List<Candidate> candidates = new ArrayList<>();
    add(candidates, raw.entry().updated(), DateSource.FEED);
    if (page != null && page.updated() != null) {
      add(candidates, page.updated().instant(), DateSource.PAGE);
    }
    return candidates.stream()
        .map(Candidate::at)
        .filter(at -> isCredible(at, raw.fetchedAt()) && at.isAfter(published))
        .findFirst()
        .orElse(null);
  }

  private static void add(List<Candidate> candidates, @Nullable Instant at, DateSource source) {
    if (at != null) {
      candidates.add(new Candidate(at, source));
    }
  }

  private static void addIfFrom(
      List<Candidate> candidates,
      @Nullable ExtractedDate date,
      ExtractedDate.Source where,
      DateSource source) {
    if (date != null && date.source() == where) {
      add(candidates, date.instant(), source);
    }
  }

  private static boolean isCredible(Instant date, Instant fetched) {
    return !date.isBefore(EARLIEST) && !date.isAfter(fetched.plus(TOLERANCE));
  }
}
