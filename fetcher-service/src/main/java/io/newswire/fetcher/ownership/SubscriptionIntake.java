package io.newswire.fetcher.ownership;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes in the subscriptions of owned partitions: gathers them while a partition is being read for
 * the first time, so that its feeds are taken over together, and applies them one by one after
 * that. For the owner's thread.
 */
final class SubscriptionIntake {

  private final SubscriptionReader reader;
  private final PartitionFeeds feeds;
  private final Map<Integer, Map<String, SubscriptionChange>> gathered = new HashMap<>();

  SubscriptionIntake(SubscriptionReader reader, PartitionFeeds feeds) {
    this.reader = reader;
    this.feeds = feeds;
  }

  /** Takes in what was read of a partition. */
  void take(OwnedPartition partition, List<ConsumerRecord<byte[], byte[]>> messages) {
    List<SubscriptionChange> changes = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : messages) {
      SubscriptionChange change = reader.read(message);
      if (change != null) {
        changes.add(change);
      } else if (message.key() != null) {
        partition.keepRestored(new String(message.key(), StandardCharsets.UTF_8));
      }
    }
    if (partition.isActive()) {
      feeds.apply(partition, changes);
    } else {
      Map<String, SubscriptionChange> newest =
          gathered.computeIfAbsent(partition.number(), number -> new LinkedHashMap<>());
      changes.forEach(change -> newest.put(change.feedId(), change));
    }
  }

  /** Takes over the feeds of a partition that was read to its end. */
  void takeOver(OwnedPartition partition) {
    Map<String, SubscriptionChange> subscriptions = gathered.remove(partition.number());
    feeds.takeOver(
        partition, subscriptions == null ? List.of() : List.copyOf(subscriptions.values()));
  }

  /** Forgets what was gathered of a partition that is given up. */
  void forget(int partition) {
    gathered.remove(partition);
  }
}
