package io.newswire.fetcher.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the polls of one partition found: what waits goes into one transaction together, as
 * far as it fits. What cannot be written is kept and tried again for as long as the partition is
 * owned; who handed it in waits for it, so nothing piles up behind a broker that is away.
 */
public final class PartitionWriter implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PartitionWriter.class);
  private static final int MAX_COMMITS = 200;
  private static final long MAX_BYTES = 8L * 1024 * 1024;
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LAST_RETRY = Duration.ofSeconds(30);

  /** Records that become visible together. */
  private record Commit(
      List<ProducerRecord<byte[], byte[]>> records, long bytes, CompletableFuture<Void> done) {}

  private final String name;
  private final PartitionTransactions transactions;
  private final Runnable onFenced;
  private final BlockingQueue<Commit> waiting = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean failing;

  /**
   * Starts writing.
   *
   * @param name the partition's name in logs
   * @param transactions opened transactions, closed with this
   * @param onFenced told once when the partition has to be given up
   */
  public PartitionWriter(String name, PartitionTransactions transactions, Runnable onFenced) {
    this.name = name;
    this.transactions = transactions;
    this.onFenced = onFenced;
    Thread.ofVirtual().name("writer-" + name).start(this::run);
  }

  /**
   * Hands in records that become visible together, in one transaction with others or alone.
   *
   * @return completed when they are committed; fails with {@link FencedException} where they never
   *     will be, with {@link NotCommittedException} where Kafka does not take them
   */
  public CompletableFuture<Void> write(List<ProducerRecord<byte[], byte[]>> records) {
    long bytes = 0;
    for (ProducerRecord<byte[], byte[]> message : records) {
      bytes += message.value() == null ? 512 : 512 + message.value().length;
    }
    Commit commit = new Commit(List.copyOf(records), bytes, new CompletableFuture<>());
    waiting.add(commit);
    if (isClosed()) {
      failWaiting();
    }
    return commit.done();
  }

  /** Returns whether Kafka does not take what is to be written. */
  public boolean failing() {
    return failing || transactions.isUnanswered();
  }

  /** Stops writing: what is not committed yet fails, and is aborted. */
  @Override
  public void close() {
    closed.countDown();
    boolean clean;
    try {
      clean = ended.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      clean = false;
    }
    if (!clean) {
      log.warn("event=writer-still-busy partition={}", name);
    }
    transactions.close();
    failWaiting();
  }

  private void run() {
    try {
      while (!isClosed()) {
        Commit first = waiting.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          writeTogether(together(first));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (FencedException e) {
      boolean expected = isClosed();
      closed.countDown();
      if (!expected) {
        log.warn("event=partition-fenced partition={} error={}", name, e.getMessage());
        onFenced.run();
      }
    } finally {
      closed.countDown();
      failWaiting();
      ended.countDown();
    }
  }

  private List<Commit> together(Commit first) {
    List<Commit> commits = new ArrayList<>();
    commits.add(first);
    long bytes = first.bytes();
    while (commits.size() < MAX_COMMITS && bytes < MAX_BYTES) {
      Commit next = waiting.peek();
      if (next == null || bytes + next.bytes() > MAX_BYTES) {
        break;
      }
      commits.add(waiting.remove());
      bytes += next.bytes();
    }
    return commits;
  }

  private void writeTogether(List<Commit> commits) throws InterruptedException {
    Duration wait = FIRST_RETRY;
    while (true) {
      try {
        transactions.commit(commits.stream().flatMap(c -> c.records().stream()).toList());
        failing = false;
        commits.forEach(commit -> commit.done().complete(null));
        return;
      } catch (NotCommittedException e) {
        if (e.permanent()) {
          writeApart(commits, e);
          return;
        }
        failing = true;
        log.warn("event=commit-failed partition={} retryIn={} error={}", name, wait, e.toString());
        if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          fail(commits, e);
          return;
        }
        wait = wait.multipliedBy(2).compareTo(LAST_RETRY) < 0 ? wait.multipliedBy(2) : LAST_RETRY;
      } catch (FencedException e) {
        fail(commits, e);
        throw e;
      }
    }
  }

  /** One of them is not taken: the others must not suffer from it. */
  private void writeApart(List<Commit> commits, NotCommittedException cause)
      throws InterruptedException {
    if (commits.size() == 1) {
      fail(commits, cause);
      return;
    }
    for (Commit commit : commits) {
      writeTogether(List.of(commit));
    }
  }

  private static void fail(List<Commit> commits, RuntimeException cause) {
    commits.forEach(commit -> commit.done().completeExceptionally(cause));
  }

  private void failWaiting() {
    List<Commit> left = new ArrayList<>();
    waiting.drainTo(left);
    fail(left, new FencedException(name + " is no longer owned", new IllegalStateException()));
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
