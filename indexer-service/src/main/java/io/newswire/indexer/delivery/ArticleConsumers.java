package io.newswire.indexer.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the consumers as soon as the index and the dead-letter topic are there, however long that
 * takes, and stops them with the application.
 */
public final class ArticleConsumers implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ArticleConsumers.class);
  private static final Duration STOP = Duration.ofSeconds(25);

  private final List<Runnable> requirements;
  private final int concurrency;
  private final IntFunction<ArticleConsumer> consumerFactory;
  private final DeliveryStatus status;
  private final Backoff backoff;
  private final List<ArticleConsumer> consumers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private CountDownLatch stop = new CountDownLatch(0);

  ArticleConsumers(
      List<Runnable> requirements,
      int concurrency,
      IntFunction<ArticleConsumer> consumerFactory,
      DeliveryStatus status,
      Backoff backoff) {
    this.requirements = List.copyOf(requirements);
    this.concurrency = concurrency;
    this.consumerFactory = consumerFactory;
    this.status = status;
    this.backoff = backoff;
  }

  @Override
  public synchronized void start() {
    stop = new CountDownLatch(1);
    begin("indexer-start", this::startWhenReady);
  }

  private void startWhenReady() {
    try {
      while (!requirementsMet()) {
        if (stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
      startConsumers();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean requirementsMet() {
    try {
      requirements.forEach(Runnable::run);
      return true;
    } catch (RuntimeException e) {
      log.warn("event=start-waits reason=\"{}\"", e.getMessage());
      status.startingUp(e.getMessage() == null ? e.toString() : e.getMessage());
      return false;
    }
  }

  private synchronized void startConsumers() {
    if (!isRunning()) {
      return;
    }
    for (int i = 0; i < concurrency; i++) {
      ArticleConsumer consumer = consumerFactory.apply(i);
      consumers.add(consumer);
      begin("indexer-" + i, consumer);
    }
    status.ready();
    log.info("event=started consumers={}", concurrency);
  }

  private void begin(String name, Runnable task) {
    threads.add(Thread.ofPlatform().name(name).start(task));
  }

  @Override
  public void stop() {
    List<Thread> ending;
    synchronized (this) {
      stop.countDown();
      consumers.forEach(ArticleConsumer::stop);
      consumers.clear();
      ending = List.copyOf(threads);
      threads.clear();
    }
    try {
      ArticleConsumer.join(ending, STOP);
      log.info("event=stopped");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return stop.getCount() > 0;
  }
}
