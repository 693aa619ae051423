package io.newswire.indexer.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAccessTest {

  private static final String KEY = "0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1,localhost,,0",
    "127.0.0.1,127.0.0.1,http://localhost:8083,0",
    "0:0:0:0:0:0:0:1,[::1],,0",
    "127.0.0.1,evil.example,,403",
    "127.0.0.1,localhost,https://evil.example,403",
    "127.0.0.1,localhost,null,403",
    "127.0.0.1,127.evil.example,,403",
    "10.0.0.7,localhost,,403",
  })
  void withoutAKeyOnlyThisMachineIsAnswered(
      String remote, String host, @Nullable String origin, int status) {
    assertThat(status(new ApiProperties(null, false), remote, host, origin, null))
        .isEqualTo(status);
  }

  @Test
  void withAKeyEverybodyNeedsIt() {
    ApiProperties properties = new ApiProperties(KEY, true);
    assertThat(status(properties, "127.0.0.1", "localhost", null, null)).isEqualTo(401);
    assertThat(status(properties, "127.0.0.1", "localhost", null, KEY + "x")).isEqualTo(401);
    assertThat(status(properties, "10.0.0.7", "indexer", null, KEY)).isZero();
  }

  @Test
  void anOpenApiAnswersEverybody() {
    assertThat(status(new ApiProperties("", true), "10.0.0.7", "indexer", null, null)).isZero();
  }

  private static int status(
      ApiProperties properties,
      String remote,
      String host,
      @Nullable String origin,
      @Nullable String key) {
    ApiAccess.Refusal refusal = new ApiAccess(properties).decide(remote, host, origin, key);
    return refusal == null ? 0 : refusal.status();
  }
}
