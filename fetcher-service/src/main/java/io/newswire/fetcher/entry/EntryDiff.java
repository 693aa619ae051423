package io.newswire.fetcher.entry;

import io.newswire.fetcher.feed.Deletion;
import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.state.EntryKey;
import io.newswire.fetcher.state.KnownEntries;
import io.newswire.fetcher.state.KnownEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a document has that was not known. An entry is published when it is new, when it says
 * something else than before, and when it is withdrawn (RFC 6721); never otherwise. A version is
 * the time of the fetch in milliseconds, pushed on where the clock stands or goes back.
 *
 * @param changes what is to be published, in document order, withdrawals last
 * @param known the entries known once all of it is published, most recently seen first: those of
 *     the document, and of the others the most recently seen
 * @param entries how many entries the document has, each counted once
 */
public record EntryDiff(List<EntryChange> changes, KnownEntries known, int entries) {

  private static final int FEWEST_KEPT = 50;
  private static final int TIMES_KEPT = 2;

  /**
   * Compares a document with what is known.
   *
   * @param keep how many entries that are no longer in the document stay known at most; a small
   *     document needs fewer of them, but only what is new takes their place: a document that lost
   *     entries by accident has them again later. One without any entry forgets nothing
   */
  public static EntryDiff of(Feed feed, KnownEntries before, Instant fetchedAt, int keep) {
    boolean canWithdraw = feed.format().startsWith("atom");
    Map<EntryKey, KnownEntry> known = byKey(before);
    List<EntryChange> changes = new ArrayList<>();
    SequencedMap<EntryKey, KnownEntry> next = new LinkedHashMap<>();
    List<IdentifiedEntry> entries = EntryIdentity.identify(feed);
    for (IdentifiedEntry entry : entries) {
      KnownEntry last = known.get(entry.key());
      if (last != null && last.hash() == entry.hash() && !last.withdrawn()) {
        next.put(entry.key(), last);
        continue;
      }
      KnownEntry now =
          next(entry, last, fetchedAt, canWithdraw && !entry.sharedLink() ? link(entry) : null);
      changes.add(
          new EntryChange.Appeared(entry.entry(), entry.identity(), now, entry.sharedLink()));
      next.put(entry.key(), now);
    }
    for (Deletion deletion : feed.deletions()) {
      EntryKey key = EntryKey.of(deletion.entryId());
      KnownEntry last = known.get(key);
      // What was never published needs no withdrawal; what is listed again was reinstated.
      if (last == null || last.withdrawn() || next.containsKey(key)) {
        continue;
      }
      KnownEntry now = withdrawn(last, fetchedAt);
      changes.add(new EntryChange.Withdrawn(deletion.entryId(), now, last.link()));
      next.put(key, now);
    }
    int remaining = kept(entries.size(), gone(before, next), appeared(changes), keep);
    for (KnownEntry old : before.toList()) {
      if (remaining > 0 && next.putIfAbsent(old.key(), old) == null) {
        remaining--;
      }
    }
    return new EntryDiff(
        List.copyOf(changes), KnownEntries.of(List.copyOf(next.values())), entries.size());
  }

  private static int kept(int entries, int gone, int appeared, int keep) {
    if (entries == 0) {
      return gone;
    }
    int wanted = Math.max(FEWEST_KEPT, TIMES_KEPT * entries);
    return Math.min(keep, Math.max(wanted, gone - appeared));
  }

  private static int gone(KnownEntries before, Map<EntryKey, KnownEntry> listed) {
    return (int) before.toList().stream().filter(old -> !listed.containsKey(old.key())).count();
  }

  private static int appeared(List<EntryChange> changes) {
    return (int) changes.stream().filter(change -> change.known().revision() == 1).count();
  }

  /**
   * Returns the entries known once only the first {@code published} changes are: the rest is found
   * again by the next comparison.
   */
  public KnownEntries knownAfter(int published, KnownEntries before) {
    if (published >= changes.size()) {
      return known;
    }
    SequencedMap<EntryKey, KnownEntry> next = new LinkedHashMap<>();
    changes.subList(0, published).forEach(change -> next.put(change.known().key(), change.known()));
    before.toList().forEach(entry -> next.putIfAbsent(entry.key(), entry));
    return KnownEntries.of(List.copyOf(next.values()));
  }

  private static KnownEntry next(
      IdentifiedEntry entry, @Nullable KnownEntry last, Instant fetchedAt, @Nullable String link) {
    if (last == null) {
      Instant firstSeenAt = Instant.ofEpochMilli(fetchedAt.toEpochMilli());
      return new KnownEntry(
          entry.key(), entry.hash(), fetchedAt.toEpochMilli(), 1, firstSeenAt, false, link);
    }
    return new KnownEntry(
        entry.key(),
        entry.hash(),
        version(fetchedAt, last),
        last.revision() + 1,
        last.firstSeenAt(),
        false,
        link);
  }

  private static KnownEntry withdrawn(KnownEntry last, Instant fetchedAt) {
    return new KnownEntry(
        last.key(),
        last.hash(),
        version(fetchedAt, last),
        last.revision() + 1,
        last.firstSeenAt(),
        true,
        last.link());
  }

  private static long version(Instant fetchedAt, KnownEntry last) {
    return Math.max(fetchedAt.toEpochMilli(), last.version() + 1);
  }

  private static @Nullable String link(IdentifiedEntry entry) {
    return entry.entry().link();
  }

  private static Map<EntryKey, KnownEntry> byKey(KnownEntries entries) {
    Map<EntryKey, KnownEntry> byKey = LinkedHashMap.newLinkedHashMap(entries.size());
    entries.toList().forEach(entry -> byKey.put(entry.key(), entry));
    return byKey;
  }
}
