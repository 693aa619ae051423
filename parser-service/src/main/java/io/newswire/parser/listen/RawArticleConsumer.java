package io.newswire.parser.listen;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Starts reading as soon as the parser's own topics are there, however long the brokers take to
 * come up; the service itself starts without them, and its health says what it is waiting for.
 *
 * <p>A container that ends by itself is replaced. It does so when a transaction took longer than
 * the brokers allow (the process was suspended, say) and was undone by them: the batch is then read
 * again from the committed offsets.
 */
final class RawArticleConsumer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RawArticleConsumer.class);

  private static final long PAUSE_SECONDS = 2;

  private final OwnTopics topics;
  private final Supplier<ConcurrentMessageListenerContainer<byte[], byte[]>> containers;
  private final DeliveryHealth health;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicReference<@Nullable ConcurrentMessageListenerContainer<byte[], byte[]>>
      current = new AtomicReference<>();
  private volatile @Nullable Thread starter;

  /**
   * @param containers makes a container that is not started
   */
  RawArticleConsumer(
      OwnTopics topics,
      Supplier<ConcurrentMessageListenerContainer<byte[], byte[]>> containers,
      DeliveryHealth health) {
    this.topics = topics;
    this.containers = containers;
    this.health = health;
  }

  @Override
  public void start() {
    starter = Thread.ofVirtual().name("raw-article-consumer-start").start(this::startWhenReady);
  }

  private void startWhenReady() {
    try {
      while (!ensured()) {
        if (stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      }
      startContainer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startContainer() throws InterruptedException {
    while (!isContainerStarted()) {
      if (stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    }
  }

  private synchronized boolean isContainerStarted() {
    if (stopped.getCount() == 0) {
      return true;
    }
    ConcurrentMessageListenerContainer<byte[], byte[]> container = containers.get();
    container.setApplicationEventPublisher(event -> ended(container, event));
    current.set(container);
    health.watch(container);
    try {
      container.start();
    } catch (RuntimeException e) {
      // Such as brokers whose names cannot be looked up just now.
      log.warn("event=consumer-not-started retryIn=PT{}S", PAUSE_SECONDS, e);
      current.set(null);
      container.stop();
      return false;
    }
    log.info("event=consumer-started");
    return true;
  }

  private void ended(ConcurrentMessageListenerContainer<byte[], byte[]> container, Object event) {
    if (event instanceof ConsumerStoppedEvent end
        && end.getReason() != ConsumerStoppedEvent.Reason.NORMAL
        && current.compareAndSet(container, null)) {
      log.warn("event=consumer-ended reason={} retryIn=PT{}S", end.getReason(), PAUSE_SECONDS);
      Thread.ofVirtual().name("raw-article-consumer-replace").start(() -> replace(container));
    }
  }

  private void replace(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
    try {
      container.stop();
      if (!stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        startContainer();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ensured() throws InterruptedException {
    try {
      topics.ensure();
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      log.warn(
          "event=topics-not-ready retry=PT{}S cause=\"{}\"",
          PAUSE_SECONDS,
          Keys.printable(e.toString()));
      return false;
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    Thread starting = starter;
    if (starting != null) {
      starting.interrupt();
    }
    synchronized (this) {
      ConcurrentMessageListenerContainer<byte[], byte[]> container = current.getAndSet(null);
      if (container != null) {
        container.stop();
      }
    }
    starter = null;
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }
}
