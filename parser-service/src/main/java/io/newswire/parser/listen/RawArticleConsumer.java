package io.newswire.parser.listen;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Starts reading as soon as the parser's own topics are there, however long the brokers take to
 * come up; the service itself starts without them, and its health says what it is waiting for.
 */
final class RawArticleConsumer implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RawArticleConsumer.class);

  private static final long PAUSE_SECONDS = 2;

  private final OwnTopics topics;
  private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread starter;

  RawArticleConsumer(
      OwnTopics topics, ConcurrentMessageListenerContainer<byte[], byte[]> container) {
    this.topics = topics;
    this.container = container;
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
      container.start();
      log.info("event=consumer-started");
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
    container.stop();
    starter = null;
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }
}
