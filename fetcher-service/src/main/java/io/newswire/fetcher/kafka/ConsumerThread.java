package io.newswire.fetcher.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that alone uses a consumer, which knows one thread only: it does its work in turns until
 * it is closed, whatever a single turn ends with.
 */
public final class ConsumerThread implements AutoCloseable {

  /** What is done with the consumer. */
  public interface Work {

    /** Before the first turn. */
    void begin();

    /** One turn, which should take no longer than some seconds. */
    void turn();

    /** After the last turn, before the consumer is closed. */
    void end();

    /** After a turn that failed for a reason that is none of Kafka's. */
    void recover();
  }

  private static final Logger log = LoggerFactory.getLogger(ConsumerThread.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_END = Duration.ofSeconds(25);

  private final String name;
  private final Consumer<byte[], byte[]> consumer;
  private final Work work;
  private final Thread thread;
  private volatile boolean stopped;

  /** Takes the consumer over; it does nothing before {@link #start}. */
  public ConsumerThread(String name, Consumer<byte[], byte[]> consumer, Work work) {
    this.name = name;
    this.consumer = consumer;
    this.work = work;
    thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** Ends the work, waits for its end, and closes the consumer. */
  @Override
  public void close() {
    stopped = true;
    consumer.wakeup();
    try {
      if (!thread.join(LONGEST_END)) {
        log.warn("event=consumer-thread-busy thread={}", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    work.begin();
    while (!stopped) {
      try {
        work.turn();
      } catch (WakeupException e) {
        log.debug("event=consumer-woken thread={} stopped={}", name, stopped);
      } catch (InterruptException e) {
        stopped = true;
      } catch (KafkaException e) {
        log.warn("event=turn-failed thread={} retryIn={} error={}", name, PAUSE, e.toString());
        pause();
      } catch (RuntimeException | Error e) {
        // A fault of ours: what the turn has read and not used is not lost, and the thread goes on.
        log.error("event=turn-broken thread={} retryIn={}", name, PAUSE, e);
        pause();
        recover();
      }
    }
    try {
      work.end();
    } finally {
      closeConsumer();
    }
  }

  private void recover() {
    try {
      work.recover();
    } catch (RuntimeException | Error e) {
      log.error("event=recovery-failed thread={}", name, e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    }
  }

  private void closeConsumer() {
    try {
      consumer.close();
    } catch (KafkaException e) {
      log.warn("event=consumer-close-failed thread={} error={}", name, e.toString());
    }
  }
}
