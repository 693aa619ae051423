package io.newswire.fetcher.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessSealTest {

  private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
  private static final FeedAccess ACCESS =
      new FeedAccess("reader", "secret", Map.of("X-Token", "t"));

  @Test
  void whatWasSealedIsOpened() {
    AccessSeal seal = new AccessSeal(KEY);

    String sealed = seal.seal("0123456789abcdef", ACCESS);

    assertThat(sealed).startsWith("v1:").doesNotContain("secret");
    assertThat(seal.open("0123456789abcdef", sealed)).isEqualTo(ACCESS);
  }

  @Test
  void whatWasSealedForOneFeedIsOfNoUseInAnother() {
    AccessSeal seal = new AccessSeal(KEY);
    String sealed = seal.seal("0123456789abcdef", ACCESS);

    assertThatThrownBy(() -> seal.open("fedcba9876543210", sealed))
        .isInstanceOf(AccessKeyMissingException.class);
  }

  @Test
  void withoutAKeyTheErrorNamesTheSetting() {
    assertThatThrownBy(() -> new AccessSeal(null).seal("0123456789abcdef", ACCESS))
        .isInstanceOf(AccessKeyMissingException.class)
        .hasMessageContaining("newswire.access-key");
    assertThatThrownBy(() -> new AccessSeal("c2hvcnQ="))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newswire.access-key");
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(ACCESS).asString().doesNotContain("secret").doesNotContain("reader");
  }
}
