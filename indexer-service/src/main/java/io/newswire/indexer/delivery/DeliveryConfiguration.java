package io.newswire.indexer.delivery;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.newswire.indexer.IndexerProperties;
import io.newswire.indexer.TopicProperties;
import io.newswire.indexer.bulk.BulkLimits;
import io.newswire.indexer.bulk.BulkMetrics;
import io.newswire.indexer.bulk.BulkWriter;
import io.newswire.indexer.destination.Copies;
import io.newswire.indexer.destination.Destination;
import io.newswire.indexer.destination.PartitionChoice;
import io.newswire.indexer.destination.PartitionedWriter;
import io.newswire.indexer.index.ArticleIndex;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Puts the delivery together. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DeliveryConfiguration.class);

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  DeliveryStatus deliveryStatus() {
    return new DeliveryStatus();
  }

  @Bean
  DeliveryMetrics deliveryMetrics(MeterRegistry registry, DeliveryStatus status) {
    return new DeliveryMetrics(registry, status);
  }

  @Bean
  BulkWriter bulkWriter(Rest5Client client, IndexerProperties properties, MeterRegistry registry) {
    IndexerProperties.Batch batch = properties.batch();
    return new BulkWriter(
        client,
        new BulkLimits(batch.maxArticles(), batch.maxBytes().toBytes()),
        new BulkMetrics(registry));
  }

  @Bean
  PartitionedWriter partitionedWriter(
      ArticleIndex index,
      BulkWriter writer,
      Copies copies,
      IndexerProperties properties,
      InstantSource clock) {
    PartitionChoice choice =
        new PartitionChoice(properties.retention().keep(), properties.retention().partition());
    return new PartitionedWriter(index, writer, copies, choice, clock);
  }

  @Bean(destroyMethod = "close")
  Producer<byte[], byte[]> deadLetterProducer(ProducerFactory<byte[], byte[]> factory) {
    return factory.createProducer();
  }

  @Bean
  DeadLetterTopic deadLetterTopic(Admin admin, TopicProperties topics) {
    return new DeadLetterTopic(admin, topics);
  }

  @Bean
  DeadLetters deadLetters(
      Producer<byte[], byte[]> producer, TopicProperties topics, DeadLetterTopic topic) {
    return new DeadLetters(producer, topics.articlesDlt(), topic::ensure);
  }

  @Bean(destroyMethod = "close")
  Admin kafkaAdminClient(KafkaAdmin admin) {
    return Admin.create(admin.getConfigurationProperties());
  }

  @Bean
  ArticleConsumers articleConsumers(
      ConsumerFactory<byte[], byte[]> consumers,
      DeadLetters deadLetters,
      DeadLetterTopic deadLetterTopic,
      BulkWriter writer,
      ArticleIndex index,
      PartitionedWriter partitions,
      DeliveryMetrics metrics,
      DeliveryStatus status,
      InstantSource clock,
      IndexerProperties properties,
      TopicProperties topics,
      ApplicationEventPublisher events) {
    return new ArticleConsumers(
        List.of(
            index::ensure, deadLetterTopic::ensure, () -> events.publishEvent(new IndexReady())),
        properties.concurrency(),
        number ->
            new ArticleConsumer(
                "indexer-" + number,
                () -> consumer(consumers, number, properties),
                topics.articles(),
                new BatchDelivery(
                    Destination.serving(index, writer, partitions),
                    () -> indexMissing(index),
                    deadLetters,
                    metrics,
                    clock,
                    properties.retry()),
                status,
                clock),
        status,
        new Backoff(
            properties.retry().initial(),
            properties.retry().max(),
            RandomGenerator.of("L64X128MixRandom")));
  }

  private static void indexMissing(ArticleIndex index) {
    try {
      if (index.ensure()) {
        log.warn(
            "event=index-missing action=\"created anew; rebuild it to have the articles of the"
                + " past\"");
      }
    } catch (RuntimeException e) {
      // The batch waits on; its next attempt says what is still wrong.
      log.warn("event=index-missing-still reason=\"{}\"", e.getMessage());
    }
  }

  private static Consumer<byte[], byte[]> consumer(
      ConsumerFactory<byte[], byte[]> factory, int number, IndexerProperties properties) {
    Properties overrides = new Properties();
    overrides.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    overrides.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.batch().maxArticles());
    overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return factory.createConsumer(null, "", "-" + number, overrides);
  }
}
