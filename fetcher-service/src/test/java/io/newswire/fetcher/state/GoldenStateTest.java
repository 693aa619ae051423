package io.newswire.fetcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.subscription.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class GoldenStateTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final EventJson json = new EventJson();

  @ParameterizedTest
  @ValueSource(strings = {"feed-state.json", "feed-state.failing.json"})
  void theExampleStatesAreReadAndWrittenWithoutLoss(String example) throws IOException {
    byte[] golden = example(example);

    FeedState state = json.read(golden, FeedState.class);
    byte[] written = json.write(state);

    assertThat(json.read(written, FeedState.class)).isEqualTo(state);
    JSON.readTree(golden)
        .properties()
        .forEach(
            field ->
                assertThat(JSON.readTree(written).get(field.getKey())).isEqualTo(field.getValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed.json", "feed.paused.json"})
  void theExampleSubscriptionsAreReadAndWrittenWithoutLoss(String example) throws IOException {
    byte[] golden = example(example);

    Subscription subscription = json.read(golden, Subscription.class);

    assertThat(subscription.problem()).isNull();
    assertThat(JSON.readTree(json.write(subscription))).isEqualTo(JSON.readTree(golden));
  }

  @Test
  void knownEntriesArePackedWithoutLoss() {
    KnownEntry plain =
        new KnownEntry(
            EntryKey.of("a"), -1L, 1790935200000L, 7, Instant.ofEpochMilli(1), false, null);
    KnownEntry withdrawn =
        new KnownEntry(
            EntryKey.of("b"), 2L, 1L, 1, Instant.ofEpochMilli(2), true, "https://a.example/");

    KnownEntries packed = KnownEntries.of(List.of(plain, withdrawn));
    KnownEntries read = json.read(json.write(packed), KnownEntries.class);

    assertThat(packed.toList()).containsExactly(plain, withdrawn);
    assertThat(read).isEqualTo(packed);
  }

  private static byte[] example(String name) throws IOException {
    try (InputStream in =
        GoldenStateTest.class.getResourceAsStream("/contracts/examples/" + name)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }
}
