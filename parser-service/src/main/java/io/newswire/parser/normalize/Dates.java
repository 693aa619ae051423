package io.newswire.parser.normalize;

import io.newswire.parser.article.DateSource;
import io.newswire.parser.article.LocalDates;
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
 * @param publishedLocal publication in ISO 8601 as the publisher counts it, where the page or the
 *     feed tells
 * @param updated the last change as the publisher states it, where that is after the publication
 * @param updatedLocal the last change in ISO 8601 as the publisher counts it, likewise
 * @param stated publication where the publisher states it: a first sight, or what counts from the
 *     fetch, would be another one after the next fetch
 */
record Dates(
    Instant published,
    DateSource source,
    @Nullable String publishedLocal,
    @Nullable Instant updated,
    @Nullable String updatedLocal,
    @Nullable Instant stated) {

  /** No web page is older. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** Clocks and time zones of publishers are off by up to a day. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  /** The feed and the page may write the same moment with and without its seconds. */
  private static final Duration SAME_MOMENT = Duration.ofMinutes(1);

  private record Candidate(Instant at, DateSource source, boolean stated) {}

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
    addIfFrom(candidates, extracted, ExtractedDate.Source.AGE, DateSource.TEXT);
    addIfFrom(candidates, extracted, ExtractedDate.Source.URL, DateSource.URL);
    Candidate published =
        candidates.stream()
            .filter(candidate -> isCredible(candidate.at(), raw.fetchedAt()))
            .findFirst()
            .orElse(new Candidate(raw.firstSeenAt(), DateSource.FIRST_SEEN, false));
    Instant updated = updated(raw, page, published.at());
    return new Dates(
        published.at(),
        published.source(),
        local(published.at(), extracted, entry.publishedLocal()),
        updated,
        updated == null
            ? null
            : local(updated, page == null ? null : page.updated(), entry.updatedLocal()),
        published.stated() ? published.at() : null);
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

  /**
   * The moment as the page writes it, else as the feed does, where that is the moment they mean;
   * the one with an offset of its own, as the other tells no more than the moment.
   */
  private static @Nullable String local(
      Instant at, @Nullable ExtractedDate onPage, @Nullable String inFeed) {
    String page = onPage != null && isSameMoment(at, onPage.instant()) ? onPage.iso() : null;
    String feed = inFeed != null && LocalDates.isOf(at, inFeed) ? inFeed : null;
    boolean feedTellsMore =
        feed != null
            && (page == null || !LocalDates.hasOwnOffset(page) && LocalDates.hasOwnOffset(feed));
    return feedTellsMore ? feed : page;
  }

  private static boolean isSameMoment(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(SAME_MOMENT) <= 0;
  }

  private static void add(List<Candidate> candidates, @Nullable Instant at, DateSource source) {
    if (at != null) {
      candidates.add(new Candidate(at, source, true));
    }
  }

  private static void addIfFrom(
      List<Candidate> candidates,
      @Nullable ExtractedDate date,
      ExtractedDate.Source where,
      DateSource source) {
    if (date != null && date.source() == where) {
      boolean stated = where != ExtractedDate.Source.AGE;
      candidates.add(new Candidate(date.instant(), source, stated));
    }
  }

  private static boolean isCredible(Instant date, Instant fetched) {
    return !date.isBefore(EARLIEST) && !date.isAfter(fetched.plus(TOLERANCE));
  }
}
