package io.newswire.fetcher.entry;

import static io.newswire.fetcher.entry.Feeds.entry;
import static io.newswire.fetcher.entry.Feeds.feed;
import static io.newswire.fetcher.entry.Feeds.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.feed.Deletion;
import io.newswire.fetcher.feed.Entry;
import io.newswire.fetcher.feed.Feed;
import io.newswire.fetcher.state.KnownEntries;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryDiffTest {

  private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void anUnknownEntryIsNewWithRevisionOneAndTheTimeOfTheFetchAsVersion() {
    EntryDiff diff = diff(rss(entry("1", "https://a.example/1", "A", "x")), KnownEntries.NONE, NOW);

    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().getFirst().known().revision()).isEqualTo(1);
    assertThat(diff.changes().getFirst().known().version()).isEqualTo(NOW.toEpochMilli());
    assertThat(diff.changes().getFirst().known().firstSeenAt()).isEqualTo(NOW);
  }

  @Test
  void aKnownEntryThatSaysTheSameIsNotPublished() {
    KnownEntries known =
        diff(rss(entry("1", null, "A", "<p class=a>x</p>")), KnownEntries.NONE, NOW).known();

    Feed again = rss(entry("1", null, "A", "<p  class='b'>\n x</p>"));

    assertThat(diff(again, known, LATER).changes()).isEmpty();
  }

  @Test
  void aChangedEntryIsTheNextRevisionWithAGreaterVersionEvenIfTheClockStands() {
    KnownEntries known = diff(rss(entry("1", null, "A", "x")), KnownEntries.NONE, NOW).known();

    EntryDiff diff = diff(rss(entry("1", null, "A", "y")), known, NOW.minusSeconds(5));

    assertThat(diff.changes()).hasSize(1);
    assertThat(diff.changes().getFirst().known().revision()).isEqualTo(2);
    assertThat(diff.changes().getFirst().known().version()).isEqualTo(NOW.toEpochMilli() + 1);
    assertThat(diff.changes().getFirst().known().firstSeenAt()).isEqualTo(NOW);
  }

  @Test
  void entriesThatAllHaveTheSameIdAreToldApartByTheirLinks() {
    Feed feed =
        rss(
            entry("1", "https://a.example/1", "A", "x"),
            entry("1", "https://a.example/2", "B", "y"));

    assertThat(EntryIdentity.identify(feed))
        .extracting(IdentifiedEntry::identity)
        .containsExactly("https://a.example/1", "https://a.example/2");
  }

  @Test
  void entriesWithoutIdThatShareALinkAreToldApartByWhatTheySay() {
    Feed feed =
        rss(
            entry(null, "https://a.example/", "A", "x"),
            entry(null, "https://a.example/", "B", "y"));

    List<IdentifiedEntry> entries = EntryIdentity.identify(feed);

    assertThat(entries).hasSize(2);
    assertThat(entries).allMatch(IdentifiedEntry::sharedLink);
  }

  @Test
  void ofTwoVersionsOfAnAtomEntryTheNewerCounts() {
    Feed feed =
        feed(
            "atom-1.0",
            List.of(
                entry("urn:1", "https://a.example/1", "old", "x", NOW),
                entry("urn:1", "https://a.example/1", "new", "y", LATER)),
            List.of());

    List<IdentifiedEntry> entries = EntryIdentity.identify(feed);

    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().entry().title()).isNotNull();
    assertThat(String.valueOf(entries.getFirst().entry().title())).contains("new");
  }

  @Test
  void aLinkToTheFrontPageIdentifiesNoArticle() {
    assertThat(EntryIdentity.identify(rss(entry("1", "http://site.example", "A", "x"))))
        .allMatch(IdentifiedEntry::sharedLink);
  }

  @Test
  void aTombstoneWithdrawsAKnownEntryOnceWithItsLink() {
    Feed full =
        feed("atom-1.0", List.of(entry("urn:1", "https://a.example/1", "A", "x")), List.of());
    KnownEntries known = diff(full, KnownEntries.NONE, NOW).known();
    Feed empty =
        feed(
            "atom-1.0",
            List.of(),
            List.of(new Deletion("urn:1", null), new Deletion("urn:2", null)));

    EntryDiff first = diff(empty, known, LATER);
    EntryDiff second = diff(empty, first.known(), LATER.plusSeconds(1));

    assertThat(first.changes()).hasSize(1);
    assertThat(first.changes().getFirst())
        .isInstanceOfSatisfying(
            EntryChange.Withdrawn.class,
            withdrawn -> {
              assertThat(withdrawn.link()).isEqualTo("https://a.example/1");
              assertThat(withdrawn.known().revision()).isEqualTo(2);
            });
    assertThat(second.changes()).isEmpty();
  }

  @Test
  void ofEntriesThatLeftTheDocumentOnlyTheMostRecentlySeenStayKnown() {
    KnownEntries known =
        diff(
                rss(
                    entry("1", null, "A", "x"),
                    entry("2", null, "B", "x"),
                    entry("3", null, "C", "x")),
                KnownEntries.NONE,
                NOW)
            .known();

    EntryDiff diff = EntryDiff.of(rss(entry("4", null, "D", "x")), known, LATER, 2);

    assertThat(diff.known().size()).isEqualTo(3);
    assertThat(diff.known().toList().get(1)).isEqualTo(known.toList().get(0));
    assertThat(diff.known().toList().get(2)).isEqualTo(known.toList().get(1));
  }

  @Test
  void aDocumentThatIsEmptyOrShortForOnceForgetsNothing() {
    Feed full = many(0, 100);
    KnownEntries known = diff(full, KnownEntries.NONE, NOW).known();

    for (int left : new int[] {0, 1, 60}) {
      KnownEntries after = diff(many(0, left), known, LATER).known();

      assertThat(diff(full, after, LATER.plusSeconds(60)).changes()).isEmpty();
    }
    KnownEntries emptied = EntryDiff.of(many(0, 0), known, LATER, 20).known();
    assertThat(emptied.size()).isEqualTo(100);
  }

  @Test
  void whatIsNewTakesThePlaceOfWhatIsGone() {
    KnownEntries known = diff(many(0, 100), KnownEntries.NONE, NOW).known();

    EntryDiff diff = diff(many(100, 110), known, LATER);

    assertThat(diff.changes()).hasSize(10);
    assertThat(diff.known().size()).isEqualTo(100);
  }

  private static Feed many(int from, int to) {
    return rss(
        IntStream.range(from, to)
            .mapToObj(n -> entry(String.valueOf(n), "https://a.example/" + n, "T" + n, "x"))
            .toArray(Entry[]::new));
  }

  @Test
  void whatWasNotPublishedYetIsFoundAgain() {
    Feed feed = rss(entry("1", null, "A", "x"), entry("2", null, "B", "x"));
    EntryDiff diff = diff(feed, KnownEntries.NONE, NOW);

    KnownEntries partly = diff.knownAfter(1, KnownEntries.NONE);

    assertThat(diff(feed, partly, LATER).changes())
        .extracting(EntryChange::identity)
        .containsExactly("2");
  }

  private static EntryDiff diff(Feed feed, KnownEntries known, Instant at) {
    return EntryDiff.of(feed, known, at, 100);
  }
}
