package io.newswire.parser.listen;

import io.newswire.parser.TopicProperties;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics that the parser owns: articles, and the dead letters of raw articles. */
final class OwnTopics {

  private static final Logger log = LoggerFactory.getLogger(OwnTopics.class);

  private static final int MIB = 1024 * 1024;
  private static final long TIMEOUT_SECONDS = 30;

  private final Admin admin;
  private final List<NewTopic> topics;

  OwnTopics(Admin admin, TopicProperties properties) {
    this.admin = admin;
    this.topics =
        List.of(
            topic(
                properties,
                properties.articles(),
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(16 * MIB))),
            topic(
                properties,
                properties.rawArticlesDlt(),
                Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(TimeUnit.DAYS.toMillis(14)),
                    // A raw article of the greatest size, with the headers that say why it is here.
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(17 * MIB))));
  }

  /**
   * Creates the topics that are missing. Those that exist stay as they are; what differs from the
   * parser's intent is logged, since an operator may have meant it.
   *
   * @throws ExecutionException where the brokers refuse
   * @throws TimeoutException where no broker answers
   */
  void ensure() throws InterruptedException, ExecutionException, TimeoutException {
    for (Map.Entry<String, KafkaFuture<Void>> created :
        admin.createTopics(topics).values().entrySet()) {
      try {
        created.getValue().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        log.info("event=topic-created topic={}", created.getKey());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    for (NewTopic topic : topics) {
      check(topic);
    }
  }

  private void check(NewTopic topic)
      throws InterruptedException, ExecutionException, TimeoutException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    Config actual =
        admin
            .describeConfigs(List.of(resource))
            .all()
            .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
            .get(resource);
    topic
        .configs()
        .forEach(
            (name, wanted) -> {
              ConfigEntry entry = actual == null ? null : actual.get(name);
              if (entry != null && !wanted.equals(entry.value())) {
                log.warn(
                    "event=topic-differs topic={} config={} is={} expected={}",
                    topic.name(),
                    name,
                    entry.value(),
                    wanted);
              }
            });
  }

  private static NewTopic topic(
      TopicProperties properties, String name, Map<String, String> configs) {
    return new NewTopic(name, properties.partitions(), properties.replicationFactor())
        .configs(configs);
  }
}
