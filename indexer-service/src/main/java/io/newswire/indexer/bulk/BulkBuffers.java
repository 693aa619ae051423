package io.newswire.indexer.bulk;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Buffers of requests that were answered, for the next requests: an allocation of megabytes for
 * each is what would keep the garbage collector busy. Safe for use by several threads.
 */
final class BulkBuffers {

  /** As many as there are requests at once, usually; more are left to the garbage collector. */
  private static final int KEPT = 4;

  /** A buffer for one huge article is not kept. */
  private static final int LARGEST_KEPT = 8 * 1024 * 1024;

  private static final int STEP = 256 * 1024;

  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(KEPT);

  /** A buffer of so many bytes or more. */
  byte[] take(int bytes) {
    byte[] buffer = free.poll();
    // In steps, so that the next request, which is about as long, fits too.
    return buffer != null && buffer.length >= bytes
        ? buffer
        : new byte[Math.max(bytes, (int) Math.min(LARGEST_KEPT, roundedUp(bytes)))];
  }

  private static long roundedUp(int bytes) {
    return (bytes / STEP + 1L) * STEP;
  }

  /** Nobody reads the buffer any more. */
  void giveBack(byte[] buffer) {
    if (buffer.length <= LARGEST_KEPT) {
      free.offer(buffer);
    }
  }
}
