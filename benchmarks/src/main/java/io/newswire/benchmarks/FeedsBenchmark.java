package io.newswire.benchmarks;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.newswire.fetcher.feed.FeedDocument;
import io.newswire.fetcher.feed.FeedLimits;
import io.newswire.fetcher.feed.FeedParser;
import io.newswire.fetcher.feed.ParseResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the same feeds again and again on one thread, with our parser and with ROME in turn, and
 * prints MB/s and entries of both. Time is what the thread has spent on a core, which other work on
 * the machine disturbs less than the clock's. Takes a folder of feeds; without one it makes feeds
 * of its own.
 */
public final class FeedsBenchmark {

  private static final int ROUNDS = 7;
  private static final long ROUND_NANOS = 2_000_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final URI ADDRESS = URI.create("https://feeds.example/feed.xml");

  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT);
  private final List<byte[]> documents;

  private FeedsBenchmark(List<byte[]> documents) {
    this.documents = documents;
  }

  /** {@code args[0]}: a folder of feed documents, optional. */
  public static void main(String[] args) throws IOException {
    List<byte[]> documents =
        args.length > 0 ? documentsIn(Path.of(args[0])) : GeneratedFeeds.documents(120);
    new FeedsBenchmark(documents).run();
  }

  private static List<byte[]> documentsIn(Path folder) throws IOException {
    List<byte[]> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        documents.add(Files.readAllBytes(file));
      }
    }
    return documents;
  }

  private void run() {
    long bytes = documents.stream().mapToLong(d -> d.length).sum();
    Counts ours = counts(this::ourEntries);
    Counts rome = counts(this::romeEntries);
    print(
        "%d documents, %.2f MB, one thread, median of %d rounds of 2 s of its time%n",
        documents.size(), bytes / 1e6, ROUNDS);
    double[] ourSpeeds = new double[ROUNDS];
    double[] romeSpeeds = new double[ROUNDS];
    measure(this::ourEntries, bytes);
    measure(this::romeEntries, bytes);
    for (int round = 0; round < ROUNDS; round++) {
      ourSpeeds[round] = measure(this::ourEntries, bytes);
      romeSpeeds[round] = measure(this::romeEntries, bytes);
    }
    print("%-10s %8s %8s %8s%n", "", "MB/s", "entries", "unread");
    print("%-10s %8.1f %8d %8d%n", "newswire", median(ourSpeeds), ours.entries(), ours.unread());
    print("%-10s %8.1f %8d %8d%n", "rome", median(romeSpeeds), rome.entries(), rome.unread());
    print("ratio %.1f%n", median(ourSpeeds) / median(romeSpeeds));
  }

  private Counts counts(Reader reader) {
    int entries = 0;
    int unread = 0;
    for (byte[] document : documents) {
      int found = reader.entries(document);
      entries += Math.max(found, 0);
      unread += found < 0 ? 1 : 0;
    }
    return new Counts(entries, unread);
  }

  /** Reads all documents as often as fits into a round; MB/s of the thread's time. */
  private double measure(Reader reader, long bytes) {
    long start = THREADS.getCurrentThreadCpuTime();
    long read = 0;
    long spent;
    do {
      for (byte[] document : documents) {
        reader.entries(document);
      }
      read += bytes;
      spent = THREADS.getCurrentThreadCpuTime() - start;
    } while (spent < ROUND_NANOS);
    return read / 1e6 / (spent / 1e9);
  }

  private int ourEntries(byte[] document) {
    return switch (parser.parse(new FeedDocument(document, ADDRESS, Map.of()))) {
      case ParseResult.Parsed parsed -> parsed.feed().entries().size();
      case ParseResult.NotAFeed other -> -1;
    };
  }

  private int romeEntries(byte[] document) {
    try {
      return new SyndFeedInput()
          .build(new XmlReader(new ByteArrayInputStream(document)))
          .getEntries()
          .size();
    } catch (FeedException | IOException | IllegalArgumentException e) {
      // What ROME cannot read is counted as unread.
      return -1;
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /** A parser under measurement: the number of entries of a document, -1 where it reads none. */
  private interface Reader {
    int entries(byte[] document);
  }

  private record Counts(int entries, int unread) {}
}
