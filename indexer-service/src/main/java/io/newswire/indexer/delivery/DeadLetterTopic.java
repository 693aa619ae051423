package io.newswire.indexer.delivery;

import io.newswire.indexer.TopicProperties;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of records that cannot be indexed: made by this service where it is not there. */
final class DeadLetterTopic {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterTopic.class);

  /** A record of 16 MiB still fits when the headers with its reason are added. */
  static final int MAX_MESSAGE_BYTES = 17 * 1024 * 1024;

  private static final long RETENTION_MS = TimeUnit.DAYS.toMillis(14);

  private final Admin admin;
  private final TopicProperties topics;

  DeadLetterTopic(Admin admin, TopicProperties topics) {
    this.admin = admin;
    this.topics = topics;
  }

  /**
   * Creates the topic unless it exists.
   *
   * @throws IllegalStateException if Kafka cannot be reached or refuses
   */
  void ensure() {
    NewTopic topic =
        new NewTopic(topics.articlesDlt(), topics.partitions(), topics.replicationFactor())
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION_MS),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES)));
    try {
      admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
      log.info("event=topic-created topic={}", topics.articlesDlt());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(
            "Kafka did not create the topic %s: %s".formatted(topics.articlesDlt(), e.getCause()),
            e);
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
