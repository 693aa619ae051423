package io.newswire.fetcher.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedStateTest {

  private final Random random = new Random(3);

  @Test
  void entriesComeOutAsTheyWentIn() {
    for (int size = 0; size < 200; size++) {
      List<KnownEntry> entries = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        entries.add(entry(i));
      }

      KnownEntries packed = KnownEntries.of(entries);

      assertThat(packed.size()).isEqualTo(size);
      assertThat(packed.toList()).isEqualTo(entries);
    }
  }

  private KnownEntry entry(int i) {
    long seen = i % 5 == 0 ? random.nextLong(-1000, 4_000_000_000_000L) : 1_790_000_000_000L;
    long version = i % 7 == 0 ? random.nextLong() >> random.nextInt(64) : seen + random.nextInt(99);
    return new KnownEntry(
        new EntryKey(random.nextLong(), random.nextLong()),
        random.nextLong(),
        version,
        i % 11 == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(300),
        Instant.ofEpochMilli(seen),
        random.nextBoolean(),
        i % 3 == 0 ? "https://a.example/" + i : null);
  }

  @Test
  void pollsComeOutAsTheyWentIn() {
    Instant at = Instant.parse("2026-11-24T09:30:00.123Z");
    List<PollRecord> polls =
        List.of(
            new PollRecord(at, "changed", 200, 17, 3, 250L),
            new PollRecord(at.minusSeconds(60), "not-modified", 304, null, null, 0L),
            new PollRecord(at.minusSeconds(120), "unchanged", 200, 0, 0, 30_000L),
            new PollRecord(at.minusSeconds(180), "dns", null, null, null, null));

    assertThat(RecentPolls.of(polls)).isEqualTo(polls);
  }

  @Test
  void momentsComeOutToTheSecond() {
    Instant at = Instant.parse("2026-11-24T09:30:00Z");

    assertThat(Moments.of(List.of(at.plusMillis(999), Instant.EPOCH, at.minusSeconds(9))))
        .containsExactly(at, Instant.EPOCH, at.minusSeconds(9));
  }

  @Test
  void writtenMomentsAreReadAsTheStandardLibraryReadsThem() {
    for (int i = 0; i < 10_000; i++) {
      Instant moment =
          Instant.ofEpochMilli(random.nextLong(-60_000_000_000_000L, 250_000_000_000_000L));

      assertThat(WireInstant.parse(moment.toString())).isEqualTo(moment);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T09:30:00.123456Z",
        "2026-11-24T24:00:00Z",
        "+12026-11-24T09:30:00Z",
        "2026-11-24T09:30Z",
        "2026-02-29T09:30:00Z",
        "2026-13-01T09:30:00Z",
        "2026-11-24T09:61:00Z",
        "2026-11-24 09:30:00Z",
        "2026-11-24T09:30:00.12xZ",
        "2026-11-24T09:30:00,123Z",
        "\u0662026-11-24T09:30:00Z",
        "",
        "Z"
      })
  void otherShapesAreTheStandardLibrarysMatter(String text) {
    Instant expected;
    try {
      expected = Instant.parse(text);
    } catch (DateTimeException e) {
      assertThatThrownBy(() -> WireInstant.parse(text)).isInstanceOf(DateTimeException.class);
      return;
    }
    assertThat(WireInstant.parse(text)).isEqualTo(expected);
  }
}
