package io.newswire.indexer.rebuild;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The part of the topic that has to be read.
 *
 * @param begin first offset of each partition
 * @param end offset after the last of each partition
 */
record TopicRange(Map<TopicPartition, Long> begin, Map<TopicPartition, Long> end) {

  long total() {
    return end.entrySet().stream()
        .mapToLong(entry -> Math.max(0, entry.getValue() - first(entry.getKey())))
        .sum();
  }

  long done(Map<TopicPartition, Long> positions) {
    return end.entrySet().stream()
        .mapToLong(
            entry -> {
              long position = positions.getOrDefault(entry.getKey(), first(entry.getKey()));
              return Math.max(0, Math.min(position, entry.getValue()) - first(entry.getKey()));
            })
        .sum();
  }

  boolean reached(Map<TopicPartition, Long> positions) {
    return done(positions) == total();
  }

  private long first(TopicPartition partition) {
    return begin.getOrDefault(partition, 0L);
  }
}
