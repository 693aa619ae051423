package io.newswire.parser.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * Maps lines to lines on all processors, in the order of the input, with a bounded number of lines
 * in memory: a consumer that reads slowly slows the reading.
 */
final class OrderedLines {

  private static final int AHEAD_PER_THREAD = 4;

  private final int threads;

  OrderedLines(int threads) {
    this.threads = threads;
  }

  /** Maps every line that is not blank; returns when the input ends. */
  void map(BufferedReader in, BufferedWriter out, UnaryOperator<String> function)
      throws IOException, InterruptedException {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      Deque<Future<String>> ahead = new ArrayDeque<>();
      try {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.isBlank()) {
            continue;
          }
          if (ahead.size() == threads * AHEAD_PER_THREAD) {
            write(ahead.removeFirst(), out);
          }
          String task = line;
          ahead.addLast(workers.submit(() -> function.apply(task)));
          flushDone(ahead, out);
        }
        while (!ahead.isEmpty()) {
          write(ahead.removeFirst(), out);
        }
        out.flush();
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private static void flushDone(Deque<Future<String>> ahead, BufferedWriter out)
      throws IOException, InterruptedException {
    while (!ahead.isEmpty() && ahead.peekFirst().isDone()) {
      write(ahead.removeFirst(), out);
    }
  }

  private static void write(Future<String> line, BufferedWriter out)
      throws IOException, InterruptedException {
    try {
      out.write(line.get());
      out.write('\n');
    } catch (ExecutionException e) {
      throw new IllegalStateException("a line must give a line, whatever is in it", e.getCause());
    }
  }
}
