package io.newswire.indexer.destination;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.indexer.Articles;
import io.newswire.indexer.article.ArticleReader;
import io.newswire.indexer.article.ArticleRecord.Revision;
import io.newswire.indexer.index.Partition;
import io.newswire.indexer.index.PartitionUnit;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class PartitionChoiceTest {

  private static final Instant NOW = Instant.parse("2026-11-15T00:00:00Z");

  private final PartitionChoice choice =
      new PartitionChoice(Period.ofMonths(2), PartitionUnit.MONTH);

  @ParameterizedTest
  @CsvSource({
    "2026-10-02T10:00:00Z,2026.10",
    "2031-01-01T00:00:00Z,2026.11",
    "1700-01-01T00:00:00Z,1970.01",
    "not a time,2026.09",
  })
  void anArticleIsWhereItWasFirstSeen(String firstSeenAt, String partition) {
    assertThat(label(Articles.article(1, 1).put("firstSeenAt", firstSeenAt))).isEqualTo(partition);
  }

  @Test
  void withoutThatAndTheTimeOfTheFetchTheVersionTells() {
    ObjectNode article = Articles.article(1, Instant.parse("2026-08-01T00:00:00Z").toEpochMilli());
    article.remove("firstSeenAt");
    article.remove("fetchedAt");

    assertThat(label(article)).isEqualTo("2026.08");
  }

  @Test
  void withoutALimitNothingIsOver() {
    assertThat(
            new PartitionChoice(null, PartitionUnit.MONTH)
                .expired(PartitionUnit.MONTH.at(Instant.EPOCH), NOW))
        .isFalse();
    assertThat(choice.expired(PartitionUnit.MONTH.at(Instant.EPOCH), NOW)).isTrue();
  }

  @Test
  void livingAreThoseThatAreNotOver() {
    assertThat(choice.living(PartitionUnit.MONTH, NOW))
        .extracting(Partition::label)
        .containsExactly("2026.11", "2026.10", "2026.09");
    assertThat(new PartitionChoice(null, PartitionUnit.MONTH).living(PartitionUnit.MONTH, NOW))
        .isEmpty();
  }

  /** As after a change from days to years, until the rebuild has ended. */
  @Test
  void noPartitionsOfAnotherLengthThanIsConfiguredAreMadeForATombstone() {
    PartitionChoice years = new PartitionChoice(Period.ofYears(5), PartitionUnit.YEAR);

    assertThat(years.living(PartitionUnit.DAY, NOW)).isEmpty();
    assertThat(years.living(PartitionUnit.YEAR, NOW)).hasSize(6);
  }

  private String label(ObjectNode article) {
    if (article.has("fetchedAt")) {
      article.put("fetchedAt", "2026-09-30T00:00:00Z");
    }
    byte[] key = Articles.id(1).getBytes(UTF_8);
    Revision revision =
        (Revision) new ArticleReader().read(key, article.toString().getBytes(UTF_8), null, 0);
    return choice.of(revision, PartitionUnit.MONTH, NOW).label();
  }
}
