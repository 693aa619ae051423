package io.newswire.fetcher.ownership;

import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicsProperties;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Reads the states of a partition from its beginning to its end. It has to be called after the
 * former owner was fenced: then what was open is decided, and nothing can be added to it.
 */
final class PartitionRestore {

  private static final Logger log = LoggerFactory.getLogger(PartitionRestore.class);

  private final KafkaClients clients;
  private final TopicsProperties topics;
  private final Admin admin;
  private final EventJson json = new EventJson();

  PartitionRestore(KafkaClients clients, TopicsProperties topics, Admin admin) {
    this.clients = clients;
    this.topics = topics;
    this.admin = admin;
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
      log.warn("event=state-without-key {}", where(message));
      return;
    }
    String feedId = new String(message.key(), StandardCharsets.UTF_8);
    if (message.value() == null) {
      found.remove(feedId);
      return;
    }
    try {
      FeedState state = json.read(message.value(), FeedState.class);
      if (state.url() == null || state.status() == null || state.nextFetchAt() == null) {
        log.warn("event=state-unusable feed={} {} error=missing-field", feedId, where(message));
        return;
      }
      found.put(feedId, state);
    } catch (JacksonException e) {
      // The feed is then polled as if it were new; downstream, ids make that harmless.
      log.warn(
          "event=state-unusable feed={} {} error={}",
          feedId,
          where(message),
          e.getOriginalMessage());
    }
  }

  private static String where(ConsumerRecord<byte[], byte[]> message) {
    return "topic=%s partition=%d offset=%d"
        .formatted(message.topic(), message.partition(), message.offset());
  }
}
