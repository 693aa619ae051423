package io.newswire.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newswire.indexer.index.PartitionUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IndexerPropertiesTest {

  @Test
  void byDefaultEverythingIsKeptInOneIndex() {
    IndexerProperties.Retention retention = bind(Map.of()).retention();

    assertThat(retention.keep()).isNull();
    assertThat(retention.partition()).isEqualTo(PartitionUnit.MONTH);
  }

  @ParameterizedTest
  @CsvSource({"12m,month", "90d,day", "P1Y,week", "99y,year", "P1Y6M,month"})
  void aPeriodAndPartitionsThatFitAreTaken(String keep, String partition) {
    assertThat(retention(keep, partition).keep()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1y,day,366 partitions of a day",
    "10y,month,121 partitions of a month",
    "0d,day,longer than nothing",
    "-3m,month,longer than nothing"
  })
  void whatMakesNoSenseIsSaid(String keep, String partition, String message) {
    assertThatThrownBy(() -> retention(keep, partition)).rootCause().hasMessageContaining(message);
  }

  private static IndexerProperties.Retention retention(String keep, String partition) {
    return bind(Map.of(
            "newswire.indexer.retention.keep", keep,
            "newswire.indexer.retention.partition", partition))
        .retention();
  }

  private static IndexerProperties bind(Map<String, @Nullable Object> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("newswire.indexer", IndexerProperties.class);
  }
}
