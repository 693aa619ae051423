package io.newswire.fetcher.runtime;

import io.newswire.fetcher.directory.FeedDirectory;
import io.newswire.fetcher.directory.Subscriptions;
import io.newswire.fetcher.kafka.KafkaClients;
import io.newswire.fetcher.kafka.TopicCreation;
import io.newswire.fetcher.kafka.TopicsProperties;
import io.newswire.fetcher.kafka.UnusableRecords;
import io.newswire.fetcher.ownership.FeedOwner;
import io.newswire.fetcher.ownership.OwnershipProperties;
import io.newswire.fetcher.poll.PollEngine;
import io.newswire.fetcher.poll.PollMetrics;
import io.newswire.fetcher.poll.PollParts;
import io.newswire.fetcher.poll.PollProperties;
import io.newswire.fetcher.publish.FeedEvents;
import io.newswire.fetcher.submission.Submissions;
import io.newswire.fetcher.subscription.FeedPartitions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts what needs Kafka as soon as Kafka answers, however long that takes, and stops it in
 * reverse. Until then the process is alive but not ready.
 */
public final class FetcherRuntime implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(FetcherRuntime.class);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final KafkaClients clients;
  private final TopicsProperties topics;
  private final OwnershipProperties ownership;
  private final PollProperties polls;
  private final PollParts parts;
  private final PollMetrics metrics;
  private final UnusableRecords unusable;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private volatile @Nullable Fetching fetching;
  private volatile @Nullable Thread starting;
  private volatile boolean running;
  private volatile String problem = "not started";

  public FetcherRuntime(
      KafkaClients clients,
      TopicsProperties topics,
      OwnershipProperties ownership,
      PollProperties polls,
      PollParts parts,
      PollMetrics metrics,
      UnusableRecords unusable) {
    this.clients = clients;
    this.topics = topics;
    this.ownership = ownership;
    this.polls = polls;
    this.parts = parts;
    this.metrics = metrics;
    this.unusable = unusable;
  }

  /**
   * Returns the running parts once the directory is complete.
   *
   * @throws NotReadyException before
   */
  public Fetching fetching() {
    Fetching current = fetching;
    if (current == null || !current.directory().isCaughtUp()) {
      throw new NotReadyException();
    }
    return current;
  }

  /** Returns the running parts, or null while Kafka has not answered yet. */
  @Nullable Fetching ifStarted() {
    return fetching;
  }

  /** Returns what keeps it from starting. */
  String problem() {
    return problem;
  }

  @Override
  public void start() {
    running = true;
    problem = "Kafka has not answered yet";
    starting = Thread.ofPlatform().name("fetcher-start").start(this::startWhenKafkaAnswers);
  }

  @Override
  public void stop() {
    running = false;
    Thread thread = starting;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(30));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    fetching = null;
    synchronized (started) {
      while (!started.isEmpty()) {
        closeQuietly(started.pop());
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void startWhenKafkaAnswers() {
    Admin admin = null;
    while (running) {
      try {
        if (admin == null) {
          // Fails where the name of no broker can be resolved.
          admin = open(clients.admin());
        }
        startParts(admin, new TopicCreation(topics).create(admin));
        return;
      } catch (ExecutionException | KafkaException | IllegalStateException e) {
        problem = reason(e);
        log.warn("event=start-delayed retryIn={} error={} reason={}", RETRY, e.toString(), problem);
        if (!pause()) {
          return;
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Kafka's own exceptions say what failed; what they were caused by says why. */
  private static String reason(Exception failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private void startParts(Admin admin, TopicCreation.Topics found) {
    FeedPartitions partitions = new FeedPartitions(found.partitions());
    FeedEvents events = new FeedEvents(topics);
    FeedDirectory directory =
        open(new FeedDirectory(clients, topics, partitions.count(), unusable));
    Subscriptions subscriptions =
        open(
            new Subscriptions(
                directory, partitions, events, clients.producer(), parts.clock(), parts.random()));
    Submissions submissions =
        open(new Submissions(events, clients.producer(), parts.clock(), parts.random()));
    PollEngine engine = PollEngine.create(parts, polls, metrics, events, found.largestArticle());
    FeedOwner owner =
        open(
            FeedOwner.create(
                clients,
                admin,
                topics,
                ownership,
                partitions,
                parts.schedule(),
                parts.gate(),
                engine,
                unusable,
                parts.clock(),
                parts.random()));
    // Closed first: no poll begins any more, then the owner gives the partitions back.
    open(engine);
    directory.start();
    engine.start();
    owner.start();
    fetching = new Fetching(directory, subscriptions, submissions, owner);
    log.info("event=fetcher-started partitions={}", partitions.count());
  }

  private <T extends AutoCloseable> T open(T part) {
    synchronized (started) {
      started.push(part);
    }
    return part;
  }

  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.warn(
          "event=close-failed part={} error={}", part.getClass().getSimpleName(), e.toString());
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(RETRY);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
