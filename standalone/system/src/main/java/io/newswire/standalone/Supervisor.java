package io.newswire.standalone;

import io.newswire.servers.JavaProcess;
import io.newswire.servers.ServerStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Watches processes and starts again what ends unexpectedly: after one second, then two, four, up
 * to a minute; one that ran for longer than that begins at one second again.
 */
final class Supervisor implements AutoCloseable {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Progress progress;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Thread> watchers = new ArrayList<>();

  Supervisor(Progress progress) {
    this.progress = progress;
  }

  void watch(Supervised supervised) {
    watchers.add(
        Thread.ofVirtual()
            .name("watch-" + supervised.program().id())
            .start(() -> keepAlive(supervised)));
  }

  /** Restarts nothing from now on, and returns when no restart is under way any more. */
  @Override
  public void close() {
    closed.countDown();
    for (Thread watcher : watchers) {
      watcher.interrupt();
    }
    for (Thread watcher : watchers) {
      try {
        watcher.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void keepAlive(Supervised supervised) {
    String name = supervised.program().title();
    Duration wait = FIRST_WAIT;
    try {
      while (true) {
        JavaProcess process = supervised.process();
        long start = System.nanoTime();
        int exitCode = process.onExit().get();
        if (isClosed()) {
          return;
        }
        if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
          wait = FIRST_WAIT;
        }
        progress.warn(
            "%s ended unexpectedly with exit code %d; starting it again in %d s%s",
            name, exitCode, wait.toSeconds(), process.logTail());
        wait = restart(supervised, wait);
      }
    } catch (InterruptedException e) {
      // Closed: whoever closed it stops the process.
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      progress.warn("%s is no longer watched: %s", name, e.getCause());
    }
  }

  /** Tries until it runs again, and returns how long to wait the next time. */
  private Duration restart(Supervised supervised, Duration firstWait) throws InterruptedException {
    Duration wait = firstWait;
    while (true) {
      if (closed.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InterruptedException("closed");
      }
      wait = longer(wait);
      try {
        supervised.restart();
        progress.say("%s runs again", supervised.program().title());
        return wait;
      } catch (ServerStartException e) {
        if (isClosed()) {
          throw new InterruptedException("closed");
        }
        progress.warn("%s; next attempt in %d s", e.getMessage(), wait.toSeconds());
      }
    }
  }

  private static Duration longer(Duration wait) {
    Duration doubled = wait.multipliedBy(2);
    return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
