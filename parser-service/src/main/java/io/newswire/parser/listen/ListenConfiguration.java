package io.newswire.parser.listen;

import io.micrometer.core.instrument.MeterRegistry;
import io.newswire.parser.ParserProperties;
import io.newswire.parser.TopicProperties;
import io.newswire.parser.article.ArticleJson;
import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.language.LanguageDetection;
import io.newswire.parser.normalize.ArticleNormalizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** Puts the parser together. */
@Configuration(proxyBeanMethods = false)
class ListenConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  ArticleNormalizer articleNormalizer() {
    return new ArticleNormalizer(new ArticleExtractor(), new LanguageDetection());
  }

  @Bean
  ParserMetrics parserMetrics(MeterRegistry registry, InstantSource clock) {
    return new ParserMetrics(registry, clock);
  }

  @Bean
  DeliveryHealth rawArticlesHealthIndicator(InstantSource clock) {
    return new DeliveryHealth(clock);
  }

  @Bean
  KafkaHealth kafkaHealthIndicator(Admin admin) {
    return new KafkaHealth(admin);
  }

  @Bean
  Admin admin(KafkaProperties kafka) {
    return Admin.create(kafka.buildAdminProperties());
  }

  @Bean
  DefaultKafkaProducerFactory<byte[], byte[]> producers(
      KafkaProperties kafka, MeterRegistry registry) {
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        new DefaultKafkaProducerFactory<>(
            kafka.buildProducerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
    producers.addListener(new MicrometerProducerListener<>(registry));
    // Not shared: two instances with one prefix would undo each other's transactions.
    producers.setTransactionIdPrefix(
        kafka.getProducer().getTransactionIdPrefix() + UUID.randomUUID() + "-");
    return producers;
  }

  @Bean
  KafkaTransactionManager<byte[], byte[]> transactions(
      DefaultKafkaProducerFactory<byte[], byte[]> producers) {
    KafkaTransactionManager<byte[], byte[]> transactions = new KafkaTransactionManager<>(producers);
    // So that the listener learns of the commit.
    transactions.setTransactionSynchronization(
        AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
    return transactions;
  }

  @Bean
  KafkaTemplate<byte[], byte[]> kafkaTemplate(
      DefaultKafkaProducerFactory<byte[], byte[]> producers) {
    KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producers);
    // The default listener logs records with their values.
    template.setProducerListener(new ProducerListener<>() {});
    return template;
  }

  @Bean
  RawArticleListener rawArticleListener(
      ArticleNormalizer normalizer,
      KafkaTemplate<byte[], byte[]> kafka,
      TopicProperties topics,
      ParserMetrics metrics,
      BatchRollback rollback) {
    ArticleJson json = new ArticleJson();
    return new RawArticleListener(
        new RawArticleParser(json, normalizer),
        new ArticleEvents(topics.articles(), json),
        new DeadLetters(topics.rawArticlesDlt()),
        kafka,
        metrics,
        rollback);
  }

  @Bean
  BatchRollback batchRollback(
      ParserProperties parser, ParserMetrics metrics, DeliveryHealth health) {
    return new BatchRollback(parser, metrics, health);
  }

  @Bean
  RawArticleConsumer rawArticleConsumer(
      RawArticleListener listener,
      KafkaTransactionManager<byte[], byte[]> transactions,
      Admin admin,
      KafkaProperties kafka,
      TopicProperties topics,
      ParserProperties parser,
      BatchRollback rollback,
      DeliveryHealth health,
      MeterRegistry registry) {
    DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
        consumers(kafka.buildConsumerProperties(), registry);
    return new RawArticleConsumer(
        new OwnTopics(admin, topics),
        () -> {
          ConcurrentMessageListenerContainer<byte[], byte[]> container =
              new ConcurrentMessageListenerContainer<>(
                  consumers,
                  containerProperties(topics.rawArticles(), listener, transactions, health));
          container.setBeanName("raw-articles");
          container.setConcurrency(parser.concurrency());
          container.setAfterRollbackProcessor(rollback);
          return container;
        },
        health);
  }

  private static DefaultKafkaConsumerFactory<byte[], byte[]> consumers(
      Map<String, Object> properties, MeterRegistry registry) {
    DefaultKafkaConsumerFactory<byte[], byte[]> consumers =
        new DefaultKafkaConsumerFactory<>(
            properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumers.addListener(new MicrometerConsumerListener<>(registry));
    return consumers;
  }

  private static ContainerProperties containerProperties(
      String topic,
      RawArticleListener listener,
      KafkaTransactionManager<byte[], byte[]> transactions,
      DeliveryHealth health) {
    ContainerProperties properties = new ContainerProperties(topic);
    properties.setMessageListener(listener);
    properties.setAckMode(ContainerProperties.AckMode.BATCH);
    properties.setKafkaAwareTransactionManager(transactions);
    // Going on after it would pass over the batch that was undone.
    properties.setStopContainerWhenFenced(true);
    properties.setConsumerRebalanceListener(
        new ConsumerAwareRebalanceListener() {
          @Override
          public void onPartitionsRevokedAfterCommit(
              Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            health.delivered(partitions);
          }

          @Override
          public void onPartitionsLost(
              Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            health.delivered(partitions);
          }
        });
    properties.setMissingTopicsFatal(false);
    properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
    properties.setShutdownTimeout(Duration.ofSeconds(20).toMillis());
    return properties;
  }
}
