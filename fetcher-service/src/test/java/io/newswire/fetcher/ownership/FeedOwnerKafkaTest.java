package io.newswire.fetcher.ownership;

import static io.newswire.fetcher.subscription.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.newswire.fetcher.http.TestClients;
import io.newswire.fetcher.kafka.EventJson;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicCreation;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.Traceparent;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.schedule.FeedSchedule;
import io.newswire.fetcher.schedule.ScheduleProperties;
import io.newswire.fetcher.state.FeedState;
import io.newswire.fetcher.state.FeedStateDraft;
import io.newswire.fetcher.subscription.FeedPartitions;
import io.newswire.fetcher.subscription.Subscription;
import io.newswire.fetcher.system.Names;
import io.newswire.fetcher.system.Topic;
import io.newswire.servers.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Owners on a real broker; what polls is the test. */
class FeedOwnerKafkaTest {

  private static final int PARTITIONS = 2;
  private static final Duration SESSION = Duration.ofSeconds(6);

  private final Names names = Names.unique();
  private final TopicsProperties topics = names.topics(PARTITIONS);
  private final KafkaClients clients = KafkaClients.of(TestKafka.bootstrapServers());
  private final FeedPartitions partitions = new FeedPartitions(PARTITIONS);
  private final FeedEvents events = new FeedEvents(topics);
  private final Admin admin = clients.admin();

  @BeforeEach
  void createTopics() throws Exception {
    new TopicCreation(topics).create(admin);
  }

  @AfterEach
  void close() {
    admin.close();
  }

  /** What is told to poll, and does not. */
  private static class NoPolls implements FeedPolls {

    @Override
    public void plan(OwnedFeed feed) {}

    @Override
    public void forget(OwnedFeed feed) {}
  }

  private FeedOwner owner(Lease lease, FeedPolls polls) {
    InstantSource clock = InstantSource.system();
    UnusableRecords unusable = new UnusableRecords(new SimpleMeterRegistry());
    ScheduleProperties schedule =
        new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("newswire.schedule", ScheduleProperties.class);
    PartitionFeeds feeds =
        new PartitionFeeds(
            partitions,
            new FeedSchedule(schedule, clock, new Random(3)),
            TestClients.undelayed(),
            events,
            polls,
            clock,
            new Random(4));
    return new FeedOwner(
        clients.groupConsumer(names.prefix(), SESSION),
        topics,
        lease,
        new PartitionOpening(
            clients, new PartitionRestore(clients, topics, admin, unusable), names.prefix()),
        new SubscriptionIntake(new SubscriptionReader(unusable), feeds),
        new PartitionFarewell(events, polls, clock, new Random(5)));
  }

  private static Lease lease(Duration length) {
    return new Lease(length, System::nanoTime);
  }

  private void write(Subscription subscription, int partition) {
    try (Producer<byte[], byte[]> producer = clients.producer()) {
      producer.send(events.subscription(subscription, partition, Traceparent.start(new Random(6))));
    }
  }

  /** An address that belongs to a partition. */
  private String url(int partition) {
    return IntStream.iterate(1, n -> n + 1)
        .mapToObj(n -> "https://site" + n + ".example/feed")
        .filter(url -> partitions.of(url) == partition)
        .findFirst()
        .orElseThrow();
  }

  private static void awaitOwned(FeedOwner owner, int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> owner.isReady() && owner.ownedPartitions() == count);
  }

  @Test
  void whatIsKeptIsStillLeasedWhileAnotherPartitionTakesLongToLeave() {
    Duration length = Duration.ofSeconds(4);
    CountDownLatch leaving = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    FeedPolls slowToEnd =
        new NoPolls() {
          @Override
          public void forget(OwnedFeed feed) {
            leaving.countDown();
            try {
              left.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    for (int partition = 0; partition < PARTITIONS; partition++) {
      write(subscription(url(partition), Instant.EPOCH), partition);
    }
    Lease lease = lease(length);
    try (FeedOwner owner = owner(lease, slowToEnd);
        FeedOwner second = owner(lease(SESSION), new NoPolls())) {
      owner.start();
      awaitOwned(owner, PARTITIONS);
      await().atMost(Duration.ofSeconds(30)).until(() -> owner.feeds().count() == PARTITIONS);

      second.start();
      await().atMost(Duration.ofSeconds(30)).until(() -> leaving.getCount() == 0);

      await("longer than the lease lasts by itself")
          .during(length.plusMillis(500))
          .atMost(length.multipliedBy(3))
          .until(() -> lease.holds() && owner.feeds().allMatch(OwnedFeed::mayBeAsked));
      left.countDown();
      awaitOwned(second, 1);
      awaitOwned(owner, 1);
    } finally {
      left.countDown();
    }
  }

  @Test
  void aFeedIsMovedWithWhatItsPollWasStillWriting() throws InterruptedException {
    Subscription subscription = subscription(url(0), Instant.EPOCH);
    write(subscription, 0);
    CountDownLatch brokenOff = new CountDownLatch(1);
    CountDownLatch committed = new CountDownLatch(1);
    try (FeedOwner owner = owner(lease(SESSION), new NoPolls())) {
      owner.start();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> owner.feed(subscription.id()) instanceof OwnedFeed feed && feed.isOwned());
      OwnedFeed feed = Objects.requireNonNull(owner.feed(subscription.id()));
      Thread poll = Thread.ofVirtual().unstarted(() -> commitsLate(feed, brokenOff, committed));
      assertThat(feed.beginPoll(poll)).isTrue();

      write(subscription.draft().url(url(1)).build(Instant.now()), 0);
      brokenOff.await();
      Subscription next = subscription(url(0) + "/next", Instant.EPOCH);
      write(next, 0);
      await("the owner has gone on to the next change")
          .atMost(Duration.ofSeconds(60))
          .until(() -> owner.feed(next.id()) != null);
      assertThat(movedStates()).isEmpty();
      committed.countDown();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(movedStates()).hasSize(1));
      assertThat(movedStates()).first().extracting(FeedState::etag).isEqualTo("\"late\"");
      assertThat(Topic.values(topics.feedStates()))
          .singleElement()
          .extracting(state -> state.get("etag").stringValue())
          .isEqualTo("\"late\"");
    } finally {
      committed.countDown();
    }
  }

  /** As a poll does that waits for Kafka's answer: it cannot take back what it has handed in. */
  private static void commitsLate(
      OwnedFeed feed, CountDownLatch brokenOff, CountDownLatch committed) {
    boolean done = false;
    while (!done) {
      try {
        committed.await();
        done = true;
      } catch (InterruptedException e) {
        brokenOff.countDown();
      }
    }
    FeedStateDraft draft = feed.state().draft();
    draft.etag = "\"late\"";
    feed.keepWritten(draft.build(), Instant.now());
    feed.endPoll();
  }

  private List<FeedState> movedStates() {
    EventJson json = new EventJson();
    return Topic.read(topics.feeds()).stream()
        .map(ConsumerRecord::headers)
        .map(headers -> headers.lastHeader(FeedEvents.MOVED_STATE))
        .flatMap(Stream::ofNullable)
        .map(Header::value)
        .map(value -> json.read(value, FeedState.class))
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
