package io.newswire.fetcher.ownership;

import static io.newswire.fetcher.subscription.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.newswire.fetcher.publish.FencedException;
import io.newswire.fetcher.publish.PartitionTransactions;
import io.newswire.fetcher.publish.PartitionWriter;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class OwnedPartitionTest {

  /** It is never asked to connect. */
  private static final Map<String, Object> PRODUCER =
      Map.of(
          "bootstrap.servers",
          "127.0.0.1:1",
          "key.serializer",
          ByteArraySerializer.class,
          "value.serializer",
          ByteArraySerializer.class);

  private final OwnedPartition partition =
      new OwnedPartition(3, new Lease(Duration.ofHours(1), System::nanoTime));

  private OwnedFeed feed(String path) {
    String url = "https://quay.example/" + path;
    Subscription subscription = subscription(url, Instant.EPOCH);
    return partition.add(subscription, FeedState.pending(subscription.id(), url, Instant.EPOCH));
  }

  @Test
  void aFeedWhosePollDoesNotEndInTimeIsTold() {
    OwnedFeed idle = feed("idle");
    OwnedFeed broken = feed("broken");
    OwnedFeed busy = feed("busy");
    CountDownLatch committed = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Thread waiting =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    // As one does that waits for its commit, which an interrupt does not end.
    Thread committing = Thread.ofVirtual().unstarted(() -> awaitWhateverComes(committed));

    assertThat(broken.beginPoll(waiting)).isTrue();
    assertThat(busy.beginPoll(committing)).isTrue();
    assertThat(busy.beginPoll(waiting)).isFalse();

    assertThat(partition.endPolls()).containsExactly(busy);
    assertThat(idle.beginPoll(waiting)).isFalse();
    committed.countDown();
  }

  private static void awaitWhateverComes(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException e) {
        done = latch.getCount() == 0;
      }
    }
  }

  @Test
  void nothingIsWrittenForAFeedThatWasGivenUp() {
    OwnedFeed feed = feed("gone");

    partition.remove(feed.subscription().id());

    assertThatThrownBy(() -> feed.write(List.of()).join())
        .hasCauseInstanceOf(FencedException.class)
        .hasMessageContaining(feed.subscription().id());
  }

  @Test
  void aStateWhoseSubscriptionCannotBeReadIsNoOrphan() {
    FeedState kept = FeedState.pending("a", "https://quay.example/a", Instant.EPOCH);
    FeedState orphan = FeedState.pending("b", "https://quay.example/b", Instant.EPOCH);
    PartitionTransactions transactions =
        new PartitionTransactions("unused", new KafkaProducer<>(PRODUCER));
    PartitionWriter writer = new PartitionWriter("unused", transactions, () -> {});
    partition.restored(writer, Map.of("a", kept, "b", orphan), 0);
    partition.keepRestored("a");

    assertThat(partition.takeOrphans()).containsExactly("b");
    assertThat(partition.takeRestored("a")).isEqualTo(kept);
    partition.close();
  }
}
