package io.newswire.indexer.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"9.0.0", "9.5.3", "8.19.0", "8.19.12", "9.6.0-SNAPSHOT"})
  void versionsThatWork(String number) {
    assertThat(ClusterVersion.supported(number, "elasticsearch").major()).isIn(8, 9);
  }

  @ParameterizedTest
  @CsvSource({
    "8.18.4,elasticsearch",
    "7.17.0,elasticsearch",
    "10.0.0,elasticsearch",
    "'',elasticsearch",
    "3.1.0,opensearch"
  })
  void otherVersionsAreNamedAndRefused(String number, String distribution) {
    assertThatThrownBy(() -> ClusterVersion.supported(number, distribution))
        .isInstanceOf(ElasticsearchException.class)
        .hasMessageContaining(number)
        .hasMessageContaining("8.19");
  }
}
