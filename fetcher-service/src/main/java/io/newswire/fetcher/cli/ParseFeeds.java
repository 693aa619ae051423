package io.newswire.fetcher.cli;

import io.newswire.fetcher.feed.FeedLimits;
import io.newswire.fetcher.feed.FeedParser;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a line of JSON for each feed document from standard input and writes a line of JSON with
 * what the service would read from it, in the same order, as soon as it is there. A line that
 * cannot be answered is answered with {@code "ok":false} and the reason; only the end of the input
 * ends the program.
 */
public final class ParseFeeds {

  private final FeedParser parser = new FeedParser(FeedLimits.DEFAULT);

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8),
            1 << 16);
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
    new ParseFeeds().run(in, out);
  }

  /** Answers every line of {@code in} on {@code out}; throws only if these fail. */
  void run(BufferedReader in, OutputStream out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.write(answer(line));
        out.write('\n');
        out.flush();
      }
    }
  }

  private byte[] answer(String line) {
    ParseRequest request;
    try {
      request = ParseRequest.of(line);
    } catch (BadRequestException e) {
      return ParseAnswer.failure(e.id(), e.getMessage());
    }
    try {
      return ParseAnswer.of(request.id(), parser.parse(request.document()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return ParseAnswer.failure(request.id(), "could not be read: " + e);
    }
  }
}
