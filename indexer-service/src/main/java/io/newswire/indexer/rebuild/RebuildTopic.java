package io.newswire.indexer.rebuild;

import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.TopicProperties;
import io.newswire.indexer.index.Generation;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The articles topic as rebuilds read it: each with a consumer group of its own. */
@Component
class RebuildTopic {

  private final ConsumerFactory<byte[], byte[]> consumers;
  private final Admin admin;
  private final IndexerProperties properties;
  private final String topic;

  RebuildTopic(
      ConsumerFactory<byte[], byte[]> consumers,
      Admin admin,
      IndexerProperties properties,
      TopicProperties topics) {
    this.consumers = consumers;
    this.admin = admin;
    this.properties = properties;
    this.topic = topics.articles();
  }

  String name() {
    return topic;
  }

  /** A consumer that goes on where the rebuild of the generation was, or begins. */
  Consumer<byte[], byte[]> consumer(Generation generation) {
    Properties overrides = new Properties();
    overrides.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    overrides.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batch().maxArticles());
    overrides.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return consumers.createConsumer(group(generation), "", "-rebuild", overrides);
  }

  private String group(Generation generation) {
    Object group = consumers.getConfigurationProperties().get(ConsumerConfig.GROUP_ID_CONFIG);
    return "%s-rebuild-%s".formatted(group, generation.index());
  }

  /** Whether a rebuild of the generation has begun and not come to its end. */
  boolean hasOffsets(Generation generation) {
    try {
      return !admin
          .listConsumerGroupOffsets(group(generation))
          .partitionsToOffsetAndMetadata()
          .get()
          .isEmpty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw new IllegalStateException("Kafka does not tell the offsets of a rebuild", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The rebuild of the generation is over. */
  void forgetOffsets(Generation generation) {
    try {
      admin.deleteConsumerGroups(List.of(group(generation))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException("Kafka does not remove the offsets of a rebuild", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
