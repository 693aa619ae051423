package io.newswire.fetcher.directory;

import static io.newswire.fetcher.subscription.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicCreation;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.subscription.Subscription;
import io.newswire.fetcher.system.Names;
import io.newswire.servers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class FeedDirectoryKafkaTest {

  private final TopicsProperties topics = Names.unique().topics(1);
  private final KafkaClients clients = KafkaClients.of(TestKafka.bootstrapServers());
  private final Subscription feed = subscription("https://quay.example/feed", Instant.EPOCH);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private void writeAFeedAndARecordThatIsNone() throws Exception {
    try (Admin admin = clients.admin();
        Producer<byte[], byte[]> producer = clients.producer()) {
      new TopicCreation(topics).create(admin);
      producer.send(new FeedEvents(topics).subscription(feed, 0, Traceparent.start(new Random(1))));
      producer.send(
          new ProducerRecord<>(
              topics.feeds(),
              feed.id().getBytes(StandardCharsets.UTF_8),
              "{".getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void aFaultBeforeAnythingWasTakenInLosesNothing() throws Exception {
    writeAFeedAndARecordThatIsNone();
    AtomicInteger counted = new AtomicInteger();
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public MeterFilterReply accept(Meter.Id id) {
                if (counted.incrementAndGet() == 1) {
                  throw new IllegalStateException("a fault that nobody foresaw");
                }
                return MeterFilterReply.NEUTRAL;
              }
            });
    try (FeedDirectory directory =
        new FeedDirectory(clients, topics, 1, new UnusableRecords(registry))) {
      directory.start();

      await().atMost(Duration.ofSeconds(30)).until(directory::isCaughtUp);

      assertThat(counted.get()).isGreaterThan(1);
      assertThat(directory.find(feed.id())).isNotNull();
    }
  }
}
