package io.newswire.fetcher.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that the fetcher owns where they are missing, and checks those there are. */
public final class TopicCreation {

  private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);
  private static final String SIXTEEN_MIB = Integer.toString(16 * 1024 * 1024);
  private static final String SEVEN_DAYS = Long.toString(7L * 24 * 60 * 60 * 1000);

  private static final int ATTEMPTS = 25;
  private static final int LARGEST_VALUE = 15 * 1024 * 1024;
  private static final int KAFKAS_DEFAULT = 1024 * 1024;
  private static final int OVERHEAD = 8 * 1024;

  private final TopicsProperties topics;

  public TopicCreation(TopicsProperties topics) {
    this.topics = topics;
  }

  /**
   * What the topics are like.
   *
   * @param partitions how many partitions feeds are spread over
   * @param largestArticle bytes that the value of a raw article may have
   */
  public record Topics(int partitions, int largestArticle) {}

  /**
   * Creates what is missing and returns what is there.
   *
   * @throws ExecutionException where the broker refuses or does not answer
   * @throws IllegalStateException where existing topics do not fit together
   */
  public Topics create(Admin admin) throws ExecutionException, InterruptedException {
    for (NewTopic topic : wanted()) {
      createUnlessThere(admin, topic);
    }
    Map<String, TopicDescription> found = describe(admin);
    int feeds = partitions(found, topics.feeds());
    int states = partitions(found, topics.feedStates());
    if (feeds != states) {
      throw new IllegalStateException(
          "Topic %s has %d partitions and %s has %d: give both the same number"
              .formatted(topics.feeds(), feeds, topics.feedStates(), states));
    }
    int largestState = largestValue(admin, topics.feedStates());
    if (largestState < LARGEST_VALUE) {
      log.warn(
          "event=topic-of-small-records topic={} bytes={} consequence=\"feeds with more known"
              + " entries than fit cannot be kept; set max.message.bytes to {}\"",
          topics.feedStates(),
          largestState,
          SIXTEEN_MIB);
    }
    return new Topics(feeds, largestValue(admin, topics.rawArticles()));
  }

  /** What a topic takes, less what key and headers may need; topics of ours take 16 MiB. */
  private static int largestValue(Admin admin, String topic)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      Config settings = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      ConfigEntry most =
          settings == null ? null : settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      int bytes = most == null ? KAFKAS_DEFAULT : Integer.parseInt(most.value());
      return Math.min(bytes - OVERHEAD, LARGEST_VALUE);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        log.warn("event=topic-settings-unreadable topic={} error={}", topic, e.getMessage());
        return KAFKAS_DEFAULT - OVERHEAD;
      }
      throw e;
    }
  }

  /** A topic that was created a moment ago may not be known to every broker yet. */
  private Map<String, TopicDescription> describe(Admin admin)
      throws ExecutionException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return admin
            .describeTopics(List.of(topics.feeds(), topics.feedStates(), topics.rawArticles()))
            .allTopicNames()
            .get();
      } catch (ExecutionException e) {
        if (attempt == ATTEMPTS || !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        Thread.sleep(200);
      }
    }
  }

  private List<NewTopic> wanted() {
    Map<String, String> compacted =
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            SIXTEEN_MIB,
            // States are rewritten often; a small segment lets the cleaner keep the topic small.
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 * 1024 * 1024));
    Map<String, String> kept =
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, SEVEN_DAYS,
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG, SIXTEEN_MIB);
    return List.of(
        topic(topics.feeds()).configs(compacted),
        topic(topics.feedStates()).configs(compacted),
        topic(topics.rawArticles()).configs(kept));
  }

  private NewTopic topic(String name) {
    return new NewTopic(name, topics.partitions(), topics.replicationFactor());
  }

  private void createUnlessThere(Admin admin, NewTopic topic)
      throws ExecutionException, InterruptedException {
    try {
      admin.createTopics(List.of(topic)).all().get();
      log.info("event=topic-created topic={} partitions={}", topic.name(), topic.numPartitions());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static int partitions(Map<String, TopicDescription> found, String topic) {
    TopicDescription description = found.get(topic);
    if (description == null) {
      throw new IllegalStateException("Topic " + topic + " is not there");
    }
    return description.partitions().size();
  }
}
