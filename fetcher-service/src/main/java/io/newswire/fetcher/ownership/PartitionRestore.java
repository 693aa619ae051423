package io.newswire.fetcher.ownership;

import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.state.FeedState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.core.JacksonException;

/**
 * Reads the states of a partition from its beginning to its end. It has to be called after the
 * former owner was fenced: then what was open is decided, and nothing can be added to it.
 */
final class PartitionRestore {

  private final KafkaClients clients;
  private final TopicsProperties topics;
  private final Admin admin;
  private final UnusableRecords unusable;
  private final EventJson json = new EventJson();

  PartitionRestore(
      KafkaClients clients, TopicsProperties topics, Admin admin, UnusableRecords unusable) {
    this.clients = clients;
    this.topics = topics;
    this.admin = admin;
    this.unusable = unusable;
  }

  /** Returns the states by feed id; what of it is read when {@code wanted} turns false. */
  Map<String, FeedState> states(int partition, BooleanSupplier wanted)
      throws ExecutionException, InterruptedException {
    TopicPartition states = new TopicPartition(topics.feedStates(), partition);
    Map<String, FeedState> found = new HashMap<>();
    long end = end(states);
    try (Consumer<byte[], byte[]> consumer = clients.readingConsumer()) {
      consumer.assign(List.of(states));
      consumer.seekToBeginning(List.of(states));
      while (wanted.getAsBoolean() && consumer.position(states) < end) {
        for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(500))) {
          read(message, found);
        }
      }
    }
    return found;
  }

  /** Returns the offset after the last subscription, one of an open transaction included. */
  long subscriptionsEnd(int partition) throws ExecutionException, InterruptedException {
    return end(new TopicPartition(topics.feeds(), partition));
  }

  private long end(TopicPartition partition) throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            Map.of(partition, OffsetSpec.latest()),
            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private void read(ConsumerRecord<byte[], byte[]> message, Map<String, FeedState> found) {
    if (message.key() == null) {
      unusable.tell(message, "it has no key");
      return;
    }
    String feedId = new String(message.key(), StandardCharsets.UTF_8);
    if (message.value() == null) {
      found.remove(feedId);
      return;
    }
    try {
      FeedState state = json.read(message.value(), FeedState.class);
      if (state == null || !state.isComplete() || !state.feedId().equals(feedId)) {
        unusable.tell(message, "a required field is missing, or the key is not the feed's id");
        return;
      }
      found.put(feedId, state);
    } catch (JacksonException e) {
      // What was read of the feed before stands. Entries that are found again keep their ids.
      unusable.tell(message, e.getOriginalMessage());
    }
  }
}
