package io.newswire.fetcher.poll;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A place among the polls under way; may be given back before the poll ends. */
final class PollSlot implements AutoCloseable {

  private final Semaphore slots;
  private final AtomicBoolean released = new AtomicBoolean();

  /** Takes over a permit that was acquired. */
  PollSlot(Semaphore slots) {
    this.slots = slots;
  }

  @Override
  public void close() {
    if (released.compareAndSet(false, true)) {
      slots.release();
    }
  }
}
