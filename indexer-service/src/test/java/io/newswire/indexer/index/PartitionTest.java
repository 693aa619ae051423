package io.newswire.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionTest {

  @ParameterizedTest
  @CsvSource({
    "DAY,2026-10-05T23:59:59.999Z,2026.10.05",
    "DAY,2026-10-06T00:00:00Z,2026.10.06",
    "WEEK,2026-10-04T23:59:59Z,2026.w40",
    "WEEK,2026-10-05T00:00:00Z,2026.w41",
    "WEEK,2027-01-03T12:00:00Z,2026.w53",
    "WEEK,2024-12-30T00:00:00Z,2025.w01",
    "MONTH,2026-10-31T23:59:59Z,2026.10",
    "YEAR,2026-12-31T23:59:59Z,2026",
  })
  void aMomentIsInThePartitionOfItsUtcDay(PartitionUnit unit, Instant moment, String label) {
    assertThat(unit.at(moment).label()).isEqualTo(label);
  }

  @ParameterizedTest
  @EnumSource(PartitionUnit.class)
  void aLabelIsReadBackAsThePartitionItNames(PartitionUnit unit) {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      Partition partition = unit.at(Instant.ofEpochSecond(random.nextLong(4_000_000_000L)));
      assertThat(Partition.parse(partition.label())).contains(partition);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "26", "2026.13", "2026.02.30", "2026.w54", "2026.w00", "2026-10", "x"})
  void whatNamesNoPartitionIsNone(String label) {
    assertThat(Partition.parse(label)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH,2026.01,P3M,2026-04-30T23:59:59Z,false",
    "MONTH,2026.01,P3M,2026-05-01T00:00:00Z,true",
    "DAY,2026.01.31,P7D,2026-02-07T23:59:59Z,false",
    "DAY,2026.01.31,P7D,2026-02-08T00:00:00Z,true",
    "YEAR,2024,P1Y,2025-12-31T23:59:59Z,false",
    "YEAR,2024,P1Y,2026-01-01T00:00:00Z,true",
  })
  void aPartitionIsOverWhenAllOfItIs(
      PartitionUnit unit, String label, Period keep, Instant now, boolean over) {
    Partition partition = Partition.parse(label).orElseThrow();
    assertThat(partition.unit()).isEqualTo(unit);
    assertThat(partition.expired(keep, now)).isEqualTo(over);
  }

  @Test
  void anIndexNameTellsGenerationAndPartition() {
    Generation generation = new Generation("news-articles", 12);
    Partition october = PartitionUnit.MONTH.at(Instant.parse("2026-10-05T00:00:00Z"));

    assertThat(generation.index(october)).isEqualTo("news-articles-000012-2026.10");
    assertThat(IndexName.parse("news-articles", "news-articles-000012-2026.10"))
        .contains(new IndexName(generation, october));
    assertThat(IndexName.parse("news-articles", "news-articles-000012"))
        .contains(new IndexName(generation, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news-articles",
        "news-articles-12",
        "news-articles-backup",
        "news-articles-000012-backup",
        "news-articles-000012-2026.10-copy",
        "other-000012"
      })
  void othersIndicesAreLeftAlone(String index) {
    assertThat(IndexName.parse("news-articles", index)).isEmpty();
  }
}
