package io.newswire.fetcher.poll;

import io.newswire.fetcher.ownership.OwnedFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which feed may be polled next. A feed has one place at most, which goes with the feed when it is
 * given up: nothing of a feed that another instance owns stays in memory.
 */
final class PollQueue {

  /** The clock is looked at again after this, in case it was set. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  /**
   * A feed's place.
   *
   * @param at when it may be polled
   * @param due when it was due
   * @param number tells places of one moment apart
   */
  record Place(Instant at, Instant due, long number, OwnedFeed feed) {}

  private final InstantSource clock;
  private final TreeSet<Place> places =
      new TreeSet<>(Comparator.comparing(Place::at).thenComparingLong(Place::number));
  private final Map<OwnedFeed, Place> byFeed = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long numbers;

  PollQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** Gives a feed a place, instead of the one it may have. */
  void put(OwnedFeed feed, Instant at, Instant due) {
    lock.lock();
    try {
      removeLocked(feed);
      putLocked(feed, at, due);
    } finally {
      lock.unlock();
    }
  }

  /** Gives a feed a place unless it has one, which is then newer. */
  void putBack(OwnedFeed feed, Instant at, Instant due) {
    lock.lock();
    try {
      if (!byFeed.containsKey(feed)) {
        putLocked(feed, at, due);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes a feed's place away. */
  void remove(OwnedFeed feed) {
    lock.lock();
    try {
      removeLocked(feed);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many feeds have a place. */
  int size() {
    lock.lock();
    try {
      return places.size();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first place whose time has come, and takes it out. */
  Place take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Place first = places.isEmpty() ? null : places.first();
        Instant now = clock.instant();
        if (first != null && !first.at().isAfter(now)) {
          removeLocked(first.feed());
          return first;
        }
        changed.await(untilMillis(first, now), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  private static long untilMillis(@Nullable Place first, Instant now) {
    if (first == null || first.at().isAfter(now.plus(LONGEST_WAIT))) {
      return LONGEST_WAIT.toMillis();
    }
    return Math.max(1, Duration.between(now, first.at()).toMillis());
  }

  private void putLocked(OwnedFeed feed, Instant at, Instant due) {
    Place place = new Place(at, due, ++numbers, feed);
    places.add(place);
    byFeed.put(feed, place);
    if (places.first() == place) {
      changed.signal();
    }
  }

  private void removeLocked(OwnedFeed feed) {
    Place place = byFeed.remove(feed);
    if (place != null) {
      places.remove(place);
    }
  }
}
