package io.newswire.fetcher.poll;

import io.newswire.fetcher.entry.EntryChange;
import io.newswire.fetcher.entry.EntryDiff;
import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Feed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The moments of change that a feed's interval is learned from. */
final class Changes {

  private static final int KEPT = 20;

  private Changes() {}

  /**
   * Returns the newest moments, newest first: the dates of the document's entries as far as they
   * are in the past, when undated entries first appeared, and what was known before.
   */
  static List<Instant> of(Feed feed, EntryDiff diff, List<Instant> before, Instant now) {
    TreeSet<Instant> moments = new TreeSet<>(Comparator.reverseOrder());
    moments.addAll(before);
    for (Entry entry : feed.entries()) {
      Instant date = entry.published() != null ? entry.published() : entry.updated();
      if (date != null && !date.isAfter(now)) {
        moments.add(date.truncatedTo(ChronoUnit.SECONDS));
      }
    }
    for (EntryChange change : diff.changes()) {
      if (change instanceof EntryChange.Appeared appeared && isUndated(appeared.entry())) {
        moments.add(now.truncatedTo(ChronoUnit.SECONDS));
      }
    }
    return moments.stream().limit(KEPT).toList();
  }

  private static boolean isUndated(Entry entry) {
    return entry.published() == null && entry.updated() == null;
  }
}
