package io.newswire.benchmarks;

import io.newswire.parser.extract.ArticleExtractor;
import io.newswire.parser.extract.ExtractionException;
import io.newswire.parser.extract.Hints;
import io.newswire.parser.extract.Page;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;

/**
 * Pages per second of one core: the extraction and Readability4J on the same pages, in turns, in
 * one run. Time is the thread's own CPU time, so that a busy machine does not decide.
 *
 * <p>Usage: {@code ExtractBenchmark FOLDER [ROUNDS]}, a folder of {@code .html} or {@code .html.gz}
 * files. The first two rounds warm up and are not counted; figures are medians of the others.
 */
public final class ExtractBenchmark {

  private static final int WARM_UP = 2;

  private ExtractBenchmark() {}

  /** Something that reads a page and gives the length of the text it found. */
  private interface Reader {
    int read(byte[] page);
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: ExtractBenchmark FOLDER [ROUNDS]");
      System.exit(2);
    }
    List<byte[]> pages = pages(Path.of(args[0]));
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    double[] own = new double[rounds];
    double[] peer = new double[rounds];
    ArticleExtractor extractor = new ArticleExtractor();
    for (int round = -WARM_UP; round < rounds; round++) {
      double ownSpeed = speed(pages, page -> newswire(extractor, page));
      double peerSpeed = speed(pages, ExtractBenchmark::readability4j);
      if (round >= 0) {
        own[round] = ownSpeed;
        peer[round] = peerSpeed;
      }
    }
    System.out.printf(
        "pages=%d newswire=%.1f/s readability4j=%.1f/s ratio=%.2f%n",
        pages.size(), median(own), median(peer), median(own) / median(peer));
  }

  private static int newswire(ArticleExtractor extractor, byte[] page) {
    try {
      return extractor
          .extract(new Page(page, "text/html", "https://news.example/article"), Hints.NONE)
          .text()
          .length();
    } catch (ExtractionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int readability4j(byte[] page) {
    String html = new String(page, StandardCharsets.UTF_8);
    String text = new Readability4J("https://news.example/article", html).parse().getTextContent();
    return text == null ? 0 : text.length();
  }

  /** Pages per second of the thread's CPU time. */
  private static double speed(List<byte[]> pages, Reader reader) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long found = 0;
    for (byte[] page : pages) {
      found += reader.read(page);
    }
    if (found == 0) {
      throw new IllegalStateException("no text found in any of " + pages.size() + " pages");
    }
    return pages.size() * 1e9 / (threads.getCurrentThreadCpuTime() - start);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static List<byte[]> pages(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.sorted().toList();
    }
    List<byte[]> pages = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(".html.gz")) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          pages.add(in.readAllBytes());
        }
      } else if (name.endsWith(".html")) {
        pages.add(Files.readAllBytes(file));
      }
    }
    return pages;
  }
}
